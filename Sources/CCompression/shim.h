#include <brotli/encode.h>
#include <zlib.h>

// A macro of zlib that Swift cannot see. 31: a gzip header, which bears no time.
static inline int ciyuan_deflate_gzip(z_stream *stream) {
  return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY);
}
