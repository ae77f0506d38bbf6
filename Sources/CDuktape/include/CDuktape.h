#pragma once

#include <stddef.h>

/// A JavaScript interpreter (Duktape) with one script loaded. Used by one thread at a time.
typedef struct ciyuan_script ciyuan_script;

/// Loads a script; NULL where it cannot be run.
ciyuan_script *ciyuan_script_create(const char *source, size_t length);

void ciyuan_script_destroy(ciyuan_script *script);

/// Calls a global function with two texts (UTF-8) and returns the text it answers, valid until the next call.
/// NULL where it throws.
const char *ciyuan_script_call(
  ciyuan_script *script, const char *function, const char *first, size_t first_length, const char *second,
  size_t second_length, size_t *answer_length);
