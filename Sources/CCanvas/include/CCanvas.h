#pragma once

// A canvas of pixels for texts in any script, rectangles and SVG, and its picture as PNG.
//
// Cairo, Pango and librsvg are loaded when the first canvas is asked for, and nothing else of the program needs them: it
// starts without the forty libraries behind them (7 ms), and runs where they are not installed.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Colours are 0xRRGGBB; lengths are pixels.
typedef struct ciyuan_canvas ciyuan_canvas;

/// A text in one face, to be measured and drawn. Used by one thread, as its canvas is.
typedef struct ciyuan_text ciyuan_text;

/// How a text fills its place.
typedef struct {
  double width, height;
  int lines;
  /// Whether its end is left out, and an ellipsis in its place.
  bool is_cut;
  /// Whether a font of this machine has every character.
  bool is_whole;
} ciyuan_text_extent;

/// Loads the libraries. Returns NULL, or the name of what is missing. May be called by any thread.
const char *ciyuan_canvas_prepare(void);

/// A canvas of one colour. NULL where memory is exhausted, or a library is missing.
ciyuan_canvas *ciyuan_canvas_new(int width, int height, uint32_t ground);
void ciyuan_canvas_free(ciyuan_canvas *canvas);

void ciyuan_canvas_rectangle(ciyuan_canvas *canvas, double x, double y, double width, double height, uint32_t colour);

/// Draws an SVG, which may name no other file, into a square. Returns whether it could be read.
bool ciyuan_canvas_svg(ciyuan_canvas *canvas, const uint8_t *bytes, size_t count, double x, double y, double side);

/// A text, all of it as it is written: nothing in it is markup, and a line break is a character.
///
/// - families: names of faces, separated by commas; of what none of them has, another face is taken.
/// - language: BCP 47, by which lines break and faces are chosen.
ciyuan_text *ciyuan_text_new(
    ciyuan_canvas *canvas, const char *text, const char *families, int weight, const char *language);
void ciyuan_text_free(ciyuan_text *text);

/// Sets the text at a size, in lines of a width and so many of them at most.
ciyuan_text_extent ciyuan_text_set(ciyuan_text *text, double size, double width, int lines);

/// Draws it as it was last set.
void ciyuan_text_draw(ciyuan_text *text, double x, double y, uint32_t colour);

/// The canvas as PNG in its own colours. The caller frees the bytes. NULL where memory is exhausted.
uint8_t *ciyuan_canvas_true_png(ciyuan_canvas *canvas, size_t *count);

/// The canvas as PNG of 16 colours, each pixel in the nearest of them: text on a plain ground takes a quarter of the bytes
/// and of the time that true colours take. The caller frees the bytes. NULL where memory is exhausted.
uint8_t *ciyuan_canvas_png(ciyuan_canvas *canvas, const uint32_t palette[16], size_t *count);
