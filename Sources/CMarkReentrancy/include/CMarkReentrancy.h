#pragma once

#include <stdbool.h>
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>

// Makes libcmark-gfm usable from several threads.
//
// The library keeps the characters at which its inline parser stops in process-wide tables, which every parse fills
// before and clears after itself through cmark_manage_extensions_special_characters: two threads clear them under each
// other. That call goes through the dynamic linker, so the function of the same name in this target replaces the
// library's own. The tables are filled once, with every extension attached, and stay as they are.

/// Fills the tables with the special characters of the extensions attached to `parser`, then parses a probe with it.
/// Returns whether the library called the replacement, that is whether parsing is re-entrant from now on.
/// Call once, before any other parse; `parser` is used up.
bool cmark_make_reentrant(cmark_parser *parser);

/// The calling thread's arena as an allocator for `_with_mem` functions: allocation moves a pointer, `free` does nothing.
cmark_mem *cmark_thread_arena(void);

/// Gives back everything the calling thread took from its arena; the arena keeps one block for the next parse.
void cmark_thread_arena_reset(void);
