#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "CCanvas.h"
#include "Canvas.h"

// PNG (https://www.w3.org/TR/png-3/) with a palette of 16 colours, two pixels a byte, no filter.

static void put(uint8_t *place, uint32_t number) {
  for (int i = 0; i < 4; i++) place[i] = (uint8_t)(number >> (24 - 8 * i));
}

// A chunk around the data that stand at end + 8 already. Returns its end.
static uint8_t *close_chunk(uint8_t *end, const char *type, size_t count) {
  put(end, (uint32_t)count);
  memcpy(end + 4, type, 4);
  put(end + 8 + count, (uint32_t)crc32(0, end + 4, (uInt)(count + 4)));
  return end + 12 + count;
}

static uint8_t nearest(uint32_t colour, const uint32_t palette[16]) {
  int best = 0, least = 1 << 30;
  for (int i = 0; i < 16; i++) {
    int distance = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int difference = (int)(colour >> shift & 255) - (int)(palette[i] >> shift & 255);
      distance += difference * difference;
    }
    if (distance < least) best = i, least = distance;
  }
  return (uint8_t)best;
}

uint8_t *ciyuan_canvas_png(ciyuan_canvas *canvas, const uint32_t palette[16], size_t *count) {
  ciyuan_functions.cairo_surface_flush(canvas->surface);
  const uint8_t *pixels = ciyuan_functions.cairo_image_surface_get_data(canvas->surface);
  const size_t stride = (size_t)ciyuan_functions.cairo_image_surface_get_stride(canvas->surface);
  const size_t row = 1 + ((size_t)canvas->width + 1) / 2, size = row * (size_t)canvas->height;
  uLongf packed = compressBound(size);
  uint8_t *lines = calloc(size, 1), *png = malloc(packed + 256);
  // The palette's colour for each of 32 × 32 × 32 colours, 255 where it is not yet known.
  uint8_t *known = malloc(1 << 15);
  if (!lines || !png || !known) {
    free(lines), free(png), free(known);
    return NULL;
  }
  memset(known, 255, 1 << 15);
  for (int y = 0; y < canvas->height; y++) {
    const uint32_t *line = (const uint32_t *)(pixels + (size_t)y * stride);
    uint8_t *target = lines + (size_t)y * row + 1;
    for (int x = 0; x < canvas->width; x++) {
      const uint32_t colour = line[x];
      const uint32_t key = (colour >> 9 & 0x7C00) | (colour >> 6 & 0x3E0) | (colour >> 3 & 0x1F);
      if (known[key] == 255) known[key] = nearest(colour, palette);
      target[x / 2] |= (uint8_t)(known[key] << (x & 1 ? 0 : 4));
    }
  }
  uint8_t *end = png;
  memcpy(end, "\x89PNG\r\n\x1a\n", 8);
  end += 8;
  put(end + 8, (uint32_t)canvas->width);
  put(end + 12, (uint32_t)canvas->height);
  memcpy(end + 16, "\4\3\0\0\0", 5);
  end = close_chunk(end, "IHDR", 13);
  for (int i = 0; i < 16; i++)
    for (int part = 0; part < 3; part++) end[8 + 3 * i + part] = (uint8_t)(palette[i] >> (16 - 8 * part));
  end = close_chunk(end, "PLTE", 48);
  const int status = compress2(end + 8, &packed, lines, size, 6);
  end = close_chunk(end, "IDAT", packed);
  end = close_chunk(end, "IEND", 0);
  free(lines), free(known);
  *count = (size_t)(end - png);
  if (status == Z_OK) return png;
  free(png);
  return NULL;
}
