#pragma once

#include <stddef.h>
#include <stdint.h>

// The libraries' types and constants, of which nothing is needed but their names and numbers: they are parts of interfaces
// that have not changed since Cairo 1.0 (2005), Pango 1.16 (2007) and librsvg 2.46 (2019).
typedef struct cairo cairo_t;
typedef struct cairo_surface cairo_surface_t;
typedef struct cairo_font_options cairo_font_options_t;
typedef struct PangoLayout PangoLayout;
typedef struct PangoContext PangoContext;
typedef struct PangoLanguage PangoLanguage;
typedef struct PangoFontDescription PangoFontDescription;
typedef struct RsvgHandle RsvgHandle;
typedef struct {
  int x, y, width, height;
} PangoRectangle;
typedef struct {
  double x, y, width, height;
} RsvgRectangle;

enum { CAIRO_FORMAT_RGB24 = 1, CAIRO_ANTIALIAS_GRAY = 2, CAIRO_HINT_STYLE_NONE = 1, CAIRO_HINT_METRICS_OFF = 1, CAIRO_STATUS_NO_MEMORY = 1 };
enum { PANGO_SCALE = 1024, PANGO_WRAP_WORD_CHAR = 2, PANGO_ELLIPSIZE_END = 3 };

// f(result, name, arguments)
#define CIYUAN_FUNCTIONS(f)                                                                                    \
  f(cairo_surface_t *, cairo_image_surface_create, (int format, int width, int height))                        \
  f(unsigned char *, cairo_image_surface_get_data, (cairo_surface_t *))                                        \
  f(int, cairo_image_surface_get_stride, (cairo_surface_t *))                                                  \
  f(void, cairo_surface_flush, (cairo_surface_t *))                                                            \
  f(int, cairo_surface_write_to_png_stream, (cairo_surface_t *, int (*write)(void *, const unsigned char *, unsigned), void *)) \
  f(void, cairo_surface_destroy, (cairo_surface_t *))                                                          \
  f(cairo_t *, cairo_create, (cairo_surface_t *))                                                              \
  f(int, cairo_status, (cairo_t *))                                                                            \
  f(void, cairo_destroy, (cairo_t *))                                                                          \
  f(void, cairo_set_source_rgb, (cairo_t *, double red, double green, double blue))                            \
  f(void, cairo_rectangle, (cairo_t *, double x, double y, double width, double height))                       \
  f(void, cairo_fill, (cairo_t *))                                                                             \
  f(void, cairo_move_to, (cairo_t *, double x, double y))                                                      \
  f(cairo_font_options_t *, cairo_font_options_create, (void))                                                 \
  f(void, cairo_font_options_destroy, (cairo_font_options_t *))                                                \
  f(void, cairo_font_options_set_antialias, (cairo_font_options_t *, int))                                     \
  f(void, cairo_font_options_set_hint_style, (cairo_font_options_t *, int))                                    \
  f(void, cairo_font_options_set_hint_metrics, (cairo_font_options_t *, int))                                  \
  f(PangoLayout *, pango_cairo_create_layout, (cairo_t *))                                                     \
  f(void, pango_cairo_show_layout, (cairo_t *, PangoLayout *))                                                 \
  f(void, pango_cairo_context_set_font_options, (PangoContext *, const cairo_font_options_t *))                \
  f(PangoContext *, pango_layout_get_context, (PangoLayout *))                                                 \
  f(void, pango_context_set_language, (PangoContext *, PangoLanguage *))                                       \
  f(PangoLanguage *, pango_language_from_string, (const char *))                                               \
  f(PangoFontDescription *, pango_font_description_new, (void))                                                \
  f(void, pango_font_description_free, (PangoFontDescription *))                                               \
  f(void, pango_font_description_set_family, (PangoFontDescription *, const char *))                           \
  f(void, pango_font_description_set_weight, (PangoFontDescription *, int))                                    \
  f(void, pango_font_description_set_absolute_size, (PangoFontDescription *, double))                          \
  f(void, pango_layout_set_font_description, (PangoLayout *, const PangoFontDescription *))                    \
  f(void, pango_layout_set_text, (PangoLayout *, const char *, int length))                                    \
  f(void, pango_layout_set_width, (PangoLayout *, int))                                                        \
  f(void, pango_layout_set_height, (PangoLayout *, int))                                                       \
  f(void, pango_layout_set_wrap, (PangoLayout *, int))                                                         \
  f(void, pango_layout_set_ellipsize, (PangoLayout *, int))                                                    \
  f(void, pango_layout_set_single_paragraph_mode, (PangoLayout *, int))                                        \
  f(void, pango_layout_get_extents, (PangoLayout *, PangoRectangle *ink, PangoRectangle *logical))             \
  f(int, pango_layout_get_line_count, (PangoLayout *))                                                         \
  f(int, pango_layout_is_ellipsized, (PangoLayout *))                                                          \
  f(int, pango_layout_get_unknown_glyphs_count, (PangoLayout *))                                               \
  f(void, g_object_unref, (void *))                                                                            \
  f(RsvgHandle *, rsvg_handle_new_from_data, (const uint8_t *, size_t, void *error))                           \
  f(int, rsvg_handle_render_document, (RsvgHandle *, cairo_t *, const RsvgRectangle *, void *error))

#define DECLARE(result, name, arguments) result(*name) arguments;
extern struct ciyuan_functions {
  CIYUAN_FUNCTIONS(DECLARE)
} ciyuan_functions;
#undef DECLARE

struct ciyuan_canvas {
  cairo_surface_t *surface;
  cairo_t *context;
  int width, height;
};

struct ciyuan_text {
  struct ciyuan_canvas *canvas;
  PangoLayout *layout;
  PangoFontDescription *face;
};
