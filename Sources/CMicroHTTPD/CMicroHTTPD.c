#define _GNU_SOURCE
#include "CMicroHTTPD.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct ciyuan_http_server {
  struct MHD_Daemon *daemon;
  ciyuan_http_handler handler;
  void *context;
};

struct ciyuan_http_reply {
  struct MHD_Response *response;
  unsigned status;
};

struct stream {
  void *stream;
  ciyuan_http_reader reader;
  void (*release)(void *stream);
};

// What is remembered of a request between the library's calls.
struct exchange {
  char *target;
  int has_begun;
};

static void *remember_target(void *unused, const char *target, struct MHD_Connection *connection) {
  (void)unused;
  (void)connection;
  struct exchange *exchange = calloc(1, sizeof *exchange);
  if (exchange != NULL) exchange->target = strdup(target);
  return exchange;
}

static void forget(
  void *unused, struct MHD_Connection *connection, void **memory, enum MHD_RequestTerminationCode reason
) {
  (void)unused;
  (void)connection;
  (void)reason;
  struct exchange *exchange = *memory;
  if (exchange == NULL) return;
  free(exchange->target);
  free(exchange);
  *memory = NULL;
}

// Targets are decoded by whoever knows what they mean.
static size_t leave_escaped(void *unused, struct MHD_Connection *connection, char *text) {
  (void)unused;
  (void)connection;
  return strlen(text);
}

static enum MHD_Result answer(
  void *cls, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
  const char *upload, size_t *upload_size, void **memory
) {
  (void)url;
  (void)version;
  (void)upload;
  struct ciyuan_http_server *server = cls;
  struct exchange *exchange = *memory;
  if (exchange == NULL || exchange->target == NULL) return MHD_NO;
  // The first call comes before the body; bodies are read and dropped.
  if (!exchange->has_begun) {
    exchange->has_begun = 1;
    return MHD_YES;
  }
  if (*upload_size > 0) {
    *upload_size = 0;
    return MHD_YES;
  }
  ciyuan_http_request request = {
    .method = method,
    .target = exchange->target,
    .host = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Host"),
    .if_none_match = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "If-None-Match"),
    .if_range = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "If-Range"),
    .range = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Range"),
  };
  struct ciyuan_http_reply reply = {0};
  server->handler(server->context, &request, &reply);
  if (reply.response == NULL) return MHD_NO;
  enum MHD_Result result = MHD_queue_response(connection, reply.status, reply.response);
  MHD_destroy_response(reply.response);
  return result;
}

static int listen_on_loopback(uint16_t *port) {
  int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -1;
  // A server that was just stopped leaves its port in TIME_WAIT.
  int on = 1;
  setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(*port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  if (bind(descriptor, (struct sockaddr *)&address, sizeof address) != 0 || listen(descriptor, 128) != 0
      || getsockname(descriptor, (struct sockaddr *)&address, &length) != 0) {
    int code = errno;
    close(descriptor);
    errno = code;
    return -1;
  }
  *port = ntohs(address.sin_port);
  return descriptor;
}

ciyuan_http_server *ciyuan_http_start(uint16_t *port, ciyuan_http_handler handler, void *context) {
  int descriptor = listen_on_loopback(port);
  if (descriptor < 0) return NULL;
  struct ciyuan_http_server *server = calloc(1, sizeof *server);
  if (server == NULL) {
    close(descriptor);
    return NULL;
  }
  server->handler = handler;
  server->context = context;
  unsigned flags = MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL | MHD_USE_ITC;
  errno = 0;
  server->daemon = MHD_start_daemon(
    flags, 0, NULL, NULL, answer, server,
    MHD_OPTION_LISTEN_SOCKET, descriptor,
    MHD_OPTION_URI_LOG_CALLBACK, remember_target, NULL,
    MHD_OPTION_UNESCAPE_CALLBACK, leave_escaped, NULL,
    MHD_OPTION_NOTIFY_COMPLETED, forget, NULL,
    MHD_OPTION_CONNECTION_LIMIT, 256u,
    MHD_OPTION_CONNECTION_TIMEOUT, 60u,
    MHD_OPTION_END);
  if (server->daemon == NULL) {
    int code = errno != 0 ? errno : ENOMEM;
    close(descriptor);
    free(server);
    errno = code;
    return NULL;
  }
  return server;
}

void ciyuan_http_stop(ciyuan_http_server *server) {
  MHD_stop_daemon(server->daemon);
  free(server);
}

void ciyuan_http_reply_bytes(ciyuan_http_reply *reply, unsigned status, const void *bytes, size_t count) {
  reply->status = status;
  reply->response = MHD_create_response_from_buffer(count, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}

static ssize_t read_stream(void *cls, uint64_t position, char *buffer, size_t capacity) {
  (void)position;
  struct stream *stream = cls;
  ssize_t count = stream->reader(stream->stream, buffer, capacity);
  return count < 0 ? MHD_CONTENT_READER_END_OF_STREAM : count;
}

static void release_stream(void *cls) {
  struct stream *stream = cls;
  stream->release(stream->stream);
  free(stream);
}

void ciyuan_http_reply_stream(
  ciyuan_http_reply *reply, unsigned status, void *stream, ciyuan_http_reader reader, void (*release)(void *stream)
) {
  struct stream *wrapped = calloc(1, sizeof *wrapped);
  if (wrapped != NULL) {
    *wrapped = (struct stream){.stream = stream, .reader = reader, .release = release};
    reply->status = status;
    reply->response = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 4096, read_stream, wrapped, release_stream);
  }
  if (reply->response == NULL) {
    free(wrapped);
    release(stream);
  }
}

void ciyuan_http_reply_header(ciyuan_http_reply *reply, const char *name, const char *value) {
  if (reply->response != NULL) MHD_add_response_header(reply->response, name, value);
}
