#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>

#include "CMarkReentrancy.h"

typedef void (*manage_function)(cmark_parser *, int);

// Written only inside cmark_make_reentrant, before any thread parses.
static int calls_of_probe = 0;
static bool probing = false;

// Takes the place of the library's function: the tables are full already and must not be cleared.
void cmark_manage_extensions_special_characters(cmark_parser *parser, int add) {
  (void)parser;
  (void)add;
  if (probing) calls_of_probe++;
}

bool cmark_make_reentrant(cmark_parser *parser) {
  manage_function original = (manage_function)dlsym(RTLD_NEXT, "cmark_manage_extensions_special_characters");
  if (original == NULL || original == cmark_manage_extensions_special_characters) return false;
  original(parser, 1);
  static const char probe[] = "probe\n";
  probing = true;
  cmark_parser_feed(parser, probe, sizeof probe - 1);
  cmark_node *document = cmark_parser_finish(parser);
  probing = false;
  if (document != NULL) cmark_node_free(document);
  // One call to fill and one to clear.
  return calls_of_probe == 2;
}
