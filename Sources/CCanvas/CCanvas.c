#include "CCanvas.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "Canvas.h"

// What is used of the libraries, as their headers declare it; only pointers to their values are held. The first of them
// brings the others along.
#define LIBRARY "librsvg-2.so.2"

struct ciyuan_functions ciyuan_functions;

static const char *missing;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // Never unloaded: GLib must not be.
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    missing = LIBRARY;
    return;
  }
#define LOAD(result, name, arguments) \
  if (!(*(void **)&ciyuan_functions.name = dlsym(library, #name))) missing = #name;
  CIYUAN_FUNCTIONS(LOAD)
#undef LOAD
}

const char *ciyuan_canvas_prepare(void) {
  pthread_once(&once, load);
  return missing;
}

static void set_colour(cairo_t *context, uint32_t colour) {
  ciyuan_functions.cairo_set_source_rgb(
      context, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

ciyuan_canvas *ciyuan_canvas_new(int width, int height, uint32_t ground) {
  if (ciyuan_canvas_prepare()) return NULL;
  ciyuan_canvas *canvas = malloc(sizeof *canvas);
  if (!canvas) return NULL;
  canvas->width = width;
  canvas->height = height;
  canvas->surface = ciyuan_functions.cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  canvas->context = ciyuan_functions.cairo_create(canvas->surface);
  if (ciyuan_functions.cairo_status(canvas->context)) {
    ciyuan_canvas_free(canvas);
    return NULL;
  }
  ciyuan_canvas_rectangle(canvas, 0, 0, width, height, ground);
  return canvas;
}

void ciyuan_canvas_free(ciyuan_canvas *canvas) {
  ciyuan_functions.cairo_destroy(canvas->context);
  ciyuan_functions.cairo_surface_destroy(canvas->surface);
  free(canvas);
}

void ciyuan_canvas_rectangle(ciyuan_canvas *canvas, double x, double y, double width, double height, uint32_t colour) {
  set_colour(canvas->context, colour);
  ciyuan_functions.cairo_rectangle(canvas->context, x, y, width, height);
  ciyuan_functions.cairo_fill(canvas->context);
}

bool ciyuan_canvas_svg(ciyuan_canvas *canvas, const uint8_t *bytes, size_t count, double x, double y, double side) {
  RsvgHandle *picture = ciyuan_functions.rsvg_handle_new_from_data(bytes, count, NULL);
  if (!picture) return false;
  const RsvgRectangle place = {x, y, side, side};
  bool is_drawn = ciyuan_functions.rsvg_handle_render_document(picture, canvas->context, &place, NULL);
  ciyuan_functions.g_object_unref(picture);
  return is_drawn;
}

struct bytes {
  uint8_t *start;
  size_t count, capacity;
};

static int append(void *closure, const unsigned char *data, unsigned count) {
  struct bytes *bytes = closure;
  if (bytes->count + count > bytes->capacity) {
    const size_t capacity = 2 * (bytes->capacity + count);
    uint8_t *start = realloc(bytes->start, capacity);
    if (!start) return CAIRO_STATUS_NO_MEMORY;
    bytes->start = start, bytes->capacity = capacity;
  }
  memcpy(bytes->start + bytes->count, data, count);
  bytes->count += count;
  return 0;
}

uint8_t *ciyuan_canvas_true_png(ciyuan_canvas *canvas, size_t *count) {
  struct bytes bytes = {0};
  const int status = ciyuan_functions.cairo_surface_write_to_png_stream(canvas->surface, append, &bytes);
  *count = bytes.count;
  if (!status) return bytes.start;
  free(bytes.start);
  return NULL;
}

ciyuan_text *ciyuan_text_new(
    ciyuan_canvas *canvas, const char *text, const char *families, int weight, const char *language) {
  ciyuan_text *self = malloc(sizeof *self);
  if (!self) return NULL;
  self->canvas = canvas;
  self->layout = ciyuan_functions.pango_cairo_create_layout(canvas->context);
  self->face = ciyuan_functions.pango_font_description_new();
  ciyuan_functions.pango_font_description_set_family(self->face, families);
  ciyuan_functions.pango_font_description_set_weight(self->face, weight);
  PangoContext *context = ciyuan_functions.pango_layout_get_context(self->layout);
  ciyuan_functions.pango_context_set_language(context, ciyuan_functions.pango_language_from_string(language));
  // Shapes as the font has them, whatever this machine's screen would like.
  cairo_font_options_t *options = ciyuan_functions.cairo_font_options_create();
  ciyuan_functions.cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  ciyuan_functions.cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  ciyuan_functions.cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  ciyuan_functions.pango_cairo_context_set_font_options(context, options);
  ciyuan_functions.cairo_font_options_destroy(options);
  ciyuan_functions.pango_layout_set_text(self->layout, text, -1);
  ciyuan_functions.pango_layout_set_single_paragraph_mode(self->layout, 1);
  ciyuan_functions.pango_layout_set_wrap(self->layout, PANGO_WRAP_WORD_CHAR);
  ciyuan_functions.pango_layout_set_ellipsize(self->layout, PANGO_ELLIPSIZE_END);
  return self;
}

void ciyuan_text_free(ciyuan_text *text) {
  ciyuan_functions.pango_font_description_free(text->face);
  ciyuan_functions.g_object_unref(text->layout);
  free(text);
}

ciyuan_text_extent ciyuan_text_set(ciyuan_text *text, double size, double width, int lines) {
  PangoLayout *layout = text->layout;
  ciyuan_functions.pango_font_description_set_absolute_size(text->face, size * PANGO_SCALE);
  ciyuan_functions.pango_layout_set_font_description(layout, text->face);
  ciyuan_functions.pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
  ciyuan_functions.pango_layout_set_height(layout, -lines);
  PangoRectangle extent;
  ciyuan_functions.pango_layout_get_extents(layout, NULL, &extent);
  return (ciyuan_text_extent){
      .width = (double)extent.width / PANGO_SCALE,
      .height = (double)extent.height / PANGO_SCALE,
      .lines = ciyuan_functions.pango_layout_get_line_count(layout),
      .is_cut = ciyuan_functions.pango_layout_is_ellipsized(layout),
      .is_whole = ciyuan_functions.pango_layout_get_unknown_glyphs_count(layout) == 0,
  };
}

void ciyuan_text_draw(ciyuan_text *text, double x, double y, uint32_t colour) {
  set_colour(text->canvas->context, colour);
  ciyuan_functions.cairo_move_to(text->canvas->context, x, y);
  ciyuan_functions.pango_cairo_show_layout(text->canvas->context, text->layout);
}
