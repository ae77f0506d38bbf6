#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "CMarkReentrancy.h"

// A document of 5 KB takes about 200 KB; larger documents add blocks, which are given back after the parse.
enum { block_size = 1 << 20, unit = 16 };

typedef struct block {
  struct block *previous;
  size_t size;
  _Alignas(unit) unsigned char bytes[];
} block;

// Each allocation is preceded by its size, for realloc.
typedef struct {
  size_t size;
  _Alignas(unit) unsigned char bytes[];
} allocation;

typedef struct {
  block *current;
  size_t used;
} arena;

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static _Thread_local arena *of_thread = NULL;

static void release(void *value) {
  arena *a = value;
  for (block *b = a->current, *previous; b != NULL; b = previous) {
    previous = b->previous;
    free(b);
  }
  free(a);
  of_thread = NULL;
}

static void make_key(void) {
  if (pthread_key_create(&key, release) != 0) abort();
}

static arena *get(void) {
  if (of_thread == NULL) {
    pthread_once(&once, make_key);
    of_thread = calloc(1, sizeof(arena));
    if (of_thread == NULL || pthread_setspecific(key, of_thread) != 0) abort();
  }
  return of_thread;
}

static void *take(size_t size) {
  arena *a = get();
  if (size > SIZE_MAX - 4 * unit) abort();
  size_t needed = sizeof(allocation) + (size + unit - 1) / unit * unit;
  if (a->current == NULL || a->current->size - a->used < needed) {
    size_t capacity = needed > block_size ? needed : block_size;
    block *b = malloc(sizeof(block) + capacity);
    if (b == NULL) abort();
    b->previous = a->current;
    b->size = capacity;
    a->current = b;
    a->used = 0;
  }
  allocation *result = (allocation *)(a->current->bytes + a->used);
  a->used += needed;
  result->size = needed - sizeof(allocation);
  return result->bytes;
}

static void *arena_calloc(size_t count, size_t size) {
  size_t total;
  if (__builtin_mul_overflow(count, size, &total)) abort();
  return memset(take(total), 0, total);
}

static void *arena_realloc(void *pointer, size_t size) {
  if (pointer == NULL) return take(size);
  allocation *old = (allocation *)((unsigned char *)pointer - sizeof(allocation));
  if (size <= old->size) return pointer;
  // The last allocation of a block grows in place.
  arena *a = get();
  unsigned char *end = old->bytes + old->size;
  size_t more = (size - old->size + unit - 1) / unit * unit;
  if (end == a->current->bytes + a->used && a->current->size - a->used >= more) {
    a->used += more;
    old->size += more;
    return pointer;
  }
  size_t copied = old->size;
  void *result = take(size);
  return memcpy(result, pointer, copied);
}

static void arena_free(void *pointer) { (void)pointer; }

static cmark_mem memory = {arena_calloc, arena_realloc, arena_free};

cmark_mem *cmark_thread_arena(void) { return &memory; }

void cmark_thread_arena_reset(void) {
  arena *a = get();
  while (a->current != NULL && (a->current->previous != NULL || a->current->size > block_size)) {
    block *previous = a->current->previous;
    free(a->current);
    a->current = previous;
  }
  a->used = 0;
}
