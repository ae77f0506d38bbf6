#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// A small HTTP server on the loopback interface: GNU libmicrohttpd without its variadic calls and its types.
// One thread serves a connection, so that a stream may wait for what it has to tell.

typedef struct ciyuan_http_server ciyuan_http_server;
typedef struct ciyuan_http_reply ciyuan_http_reply;

/// A request whose head was read. Texts live until the handler returns; headers that were not sent are NULL.
typedef struct {
  const char *method;
  /// As sent: percent-encoded, with the query.
  const char *target;
  const char *host;
  const char *if_none_match;
  const char *if_range;
  const char *range;
} ciyuan_http_request;

/// Answers a request by one call of `ciyuan_http_reply_bytes` or `ciyuan_http_reply_stream`, then any number of
/// `ciyuan_http_reply_header`. Called on many threads at once.
typedef void (*ciyuan_http_handler)(void *context, const ciyuan_http_request *request, ciyuan_http_reply *reply);

/// Fills a buffer and returns how many bytes it holds; may wait; -1 ends the stream.
typedef ssize_t (*ciyuan_http_reader)(void *stream, char *buffer, size_t capacity);

/// Listens on 127.0.0.1. `*port` may be 0 for any free port, and is set to the port. NULL with `errno` on failure.
ciyuan_http_server *ciyuan_http_start(uint16_t *port, ciyuan_http_handler handler, void *context);

/// Waits for the threads of all connections: streams must have been told to end.
void ciyuan_http_stop(ciyuan_http_server *server);

/// The bytes are copied. For HEAD only their number is sent.
void ciyuan_http_reply_bytes(ciyuan_http_reply *reply, unsigned status, const void *bytes, size_t count);

/// `release` is called once when the stream is no longer read.
void ciyuan_http_reply_stream(
  ciyuan_http_reply *reply, unsigned status, void *stream, ciyuan_http_reader reader, void (*release)(void *stream));

void ciyuan_http_reply_header(ciyuan_http_reply *reply, const char *name, const char *value);
