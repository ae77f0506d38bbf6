#include "CDuktape.h"

#include <duktape.h>

ciyuan_script *ciyuan_script_create(const char *source, size_t length) {
  duk_context *context = duk_create_heap_default();
  if (context == NULL) return NULL;
  if (duk_peval_lstring_noresult(context, source, length) != 0) {
    duk_destroy_heap(context);
    return NULL;
  }
  return (ciyuan_script *)context;
}

void ciyuan_script_destroy(ciyuan_script *script) { duk_destroy_heap((duk_context *)script); }

const char *ciyuan_script_call(
  ciyuan_script *script, const char *function, const char *first, size_t first_length, const char *second,
  size_t second_length, size_t *answer_length) {
  duk_context *context = (duk_context *)script;
  duk_set_top(context, 0);
  if (!duk_get_global_string(context, function)) return NULL;
  duk_push_lstring(context, first, first_length);
  duk_push_lstring(context, second, second_length);
  if (duk_pcall(context, 2) != 0) return NULL;
  return duk_get_lstring(context, -1, answer_length);
}
