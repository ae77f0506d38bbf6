#include "CHTMLParser.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// libxml2 reports start tags, end tags and text; nothing of its own tree is built, so that neither depth nor size of a
// document costs more than the nodes written down here.

enum { name_slots = 1024, longest_value = 65536 };

typedef struct {
  chtml_document *document;
  htmlParserCtxtPtr parser;
  uint32_t node_capacity, attribute_capacity, name_capacity;
  size_t byte_capacity;
  /// Open elements, outermost first; `stack[0]` is the document.
  uint32_t *stack;
  uint32_t depth, maximum_depth;
  /// Hash table from a name to its number; 0 is a free slot.
  uint32_t slots[name_slots];
  /// Whether the element being read is a script or style whose text nobody needs.
  bool skips_text;
} builder;

static bool reserve(void **memory, size_t size, size_t needed, size_t *capacity, builder *b) {
  if (needed <= *capacity) return true;
  size_t grown = *capacity ? *capacity * 2 : 256;
  while (grown < needed) grown *= 2;
  void *moved = grown > UINT32_MAX ? NULL : realloc(*memory, grown * size);
  if (!moved) {
    b->document->failed = true;
    xmlStopParser(b->parser);
    return false;
  }
  *memory = moved;
  *capacity = grown;
  return true;
}

#define GROW(field, count, capacity, more)                                                        \
  ({                                                                                              \
    size_t room = b->capacity;                                                                    \
    bool grown = reserve((void **)&b->document->field, sizeof *b->document->field,                \
                         (size_t)b->document->count + (more), &room, b);                          \
    b->capacity = room;                                                                           \
    grown;                                                                                        \
  })

static chtml_range keep_bytes(builder *b, const uint8_t *text, size_t length) {
  chtml_range range = {(uint32_t)b->document->byte_count, (uint32_t)length};
  if (!GROW(bytes, byte_count, byte_capacity, length)) return (chtml_range){0, 0};
  memcpy(b->document->bytes + b->document->byte_count, text, length);
  b->document->byte_count += length;
  return range;
}

static uint32_t name_number(builder *b, const char *name) {
  size_t length = strlen(name);
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < length; i++) hash = (hash ^ (uint8_t)name[i]) * 16777619u;
  chtml_document *d = b->document;
  for (uint32_t slot = hash % name_slots, tried = 0; tried < 64; tried++, slot = (slot + 1) % name_slots) {
    uint32_t number = b->slots[slot];
    if (!number) {
      if (!GROW(names, name_count, name_capacity, 1)) return 1;
      d->names[d->name_count] = keep_bytes(b, (const uint8_t *)name, length);
      b->slots[slot] = d->name_count;
      return d->name_count++;
    }
    if (d->names[number].length == length && !memcmp(d->bytes + d->names[number].offset, name, length)) return number;
  }
  // A page that invents names by the thousand: the rest of them share one number.
  return 1;
}

/// The new node's index, or 0.
static uint32_t add_node(builder *b, uint32_t name, uint32_t line) {
  chtml_document *d = b->document;
  if (!GROW(nodes, node_count, node_capacity, 1)) return 0;
  uint32_t index = d->node_count++;
  d->nodes[index] = (chtml_node){.name = name, .parent = b->stack[b->depth], .end = index + 1, .line = line};
  return index;
}

static uint32_t line_breaks(const uint8_t *text, size_t length) {
  uint32_t count = 0;
  for (const uint8_t *at = text; (at = memchr(at, '\n', length - (size_t)(at - text))); at++) count++;
  return count;
}

static uint32_t current_line(builder *b) {
  return b->parser->input && b->parser->input->line > 0 ? (uint32_t)b->parser->input->line : 1;
}

/// Event handlers, images inside the page and lists of image sizes: bytes without meaning here.
static bool is_dispensable(const char *name) { return !strncasecmp(name, "on", 2) || !strcasecmp(name, "srcset"); }

static void start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
  builder *b = context;
  chtml_document *d = b->document;
  if (d->failed || d->too_deep) return;
  if (b->depth >= b->maximum_depth) {
    d->too_deep = true;
    xmlStopParser(b->parser);
    return;
  }
  uint32_t index = add_node(b, name_number(b, (const char *)name), current_line(b));
  if (!index) return;
  b->stack[++b->depth] = index;
  uint32_t first = d->attribute_count, breaks = 0;
  bool is_script = !strcmp((const char *)name, "script"), is_style = !strcmp((const char *)name, "style");
  bool has_data = false;
  for (; attributes && attributes[0]; attributes += 2) {
    const char *attribute = (const char *)attributes[0];
    const uint8_t *value = attributes[1] ? attributes[1] : (const uint8_t *)"";
    size_t length = strlen((const char *)value);
    breaks += line_breaks(value, length);
    if (is_dispensable(attribute)) continue;
    if (is_script && !strcmp(attribute, "type"))
      has_data = strstr((const char *)value, "json") || strstr((const char *)value, "math");
    if (!strncmp((const char *)value, "data:", 5)) length = 5;
    if (length > longest_value) {
      length = longest_value;
      while (length > 0 && (value[length] & 0xC0) == 0x80) length--;
    }
    if (!GROW(attributes, attribute_count, attribute_capacity, 1)) break;
    chtml_attribute kept = {keep_bytes(b, (const uint8_t *)attribute, strlen(attribute)), keep_bytes(b, value, length)};
    d->attributes[d->attribute_count++] = kept;
  }
  b->skips_text = is_style || (is_script && !has_data);
  chtml_node *node = &d->nodes[index];
  node->first = first;
  node->count = d->attribute_count - first;
  if (node->line > breaks) node->line -= breaks;
}

static void end_element(void *context, const xmlChar *name) {
  (void)name;
  builder *b = context;
  if (b->document->failed || b->document->too_deep || b->depth == 0) return;
  b->document->nodes[b->stack[b->depth--]].end = b->document->node_count;
  b->skips_text = false;
}

static void characters(void *context, const xmlChar *text, int length) {
  builder *b = context;
  chtml_document *d = b->document;
  if (d->failed || d->too_deep || b->skips_text || length <= 0) return;
  chtml_node *last = &d->nodes[d->node_count - 1];
  // Text arrives in pieces: they are one node as long as nothing stands between.
  if (last->name == 0 && last->parent == b->stack[b->depth] && d->node_count > 1
      && last->first + (size_t)last->count == d->byte_count) {
    last->count += keep_bytes(b, text, (size_t)length).length;
    return;
  }
  uint32_t line = current_line(b), breaks = line_breaks(text, (size_t)length);
  uint32_t index = add_node(b, 0, line > breaks ? line - breaks : 1);
  if (!index) return;
  chtml_range range = keep_bytes(b, text, (size_t)length);
  d->nodes[index].first = range.offset;
  d->nodes[index].count = range.length;
}

// libxml2 compares each attribute of a tag with all before it: a tag with a million of them would take hours.
static bool has_monstrous_tag(const uint8_t *text, size_t count) {
  enum { most_words = 4096 };
  const uint8_t *at = text, *end = text + count;
  while (at < end && (at = memchr(at, '<', (size_t)(end - at))) && ++at < end) {
    if ((*at | 0x20) < 'a' || (*at | 0x20) > 'z') continue;
    bool is_script = end - at > 6 && !strncasecmp((const char *)at, "script", 6);
    size_t words = 0;
    uint8_t quote = 0;
    for (; at < end && (quote || (*at != '>' && *at != '<')); at++) {
      if (quote) {
        if (*at == quote) quote = 0, words++;
      } else if ((*at == '"' || *at == '\'') && at[-1] == '=') {
        quote = *at;
      } else if (*at <= ' ' && at[-1] > ' ') {
        words++;
      }
      if (words > most_words) return true;
    }
    if (!is_script) continue;
    do {
      at = memchr(at, '<', (size_t)(end - at));
      if (!at || end - at < 8) return false;
    } while (strncasecmp((const char *)at++, "</script", 8));
  }
  return false;
}

void chtml_prepare(void) { xmlInitParser(); }

chtml_document *chtml_parse(const uint8_t *text, size_t count, uint32_t maximum_depth) {
  chtml_document *document = calloc(1, sizeof *document);
  builder *b = calloc(1, sizeof *b);
  uint32_t *stack = calloc((size_t)maximum_depth + 1, sizeof *stack);
  htmlParserCtxtPtr parser = htmlNewParserCtxt();
  if (!document || !b || !stack || !parser) {
    free(document), free(b), free(stack);
    if (parser) htmlFreeParserCtxt(parser);
    return NULL;
  }
  *b = (builder){.document = document, .parser = parser, .stack = stack, .maximum_depth = maximum_depth};
  // Node 0 and the names 0 (text) and 1 (nameless: too many names) always exist.
  if (GROW(nodes, node_count, node_capacity, 1) && GROW(names, name_count, name_capacity, 2)
      && GROW(bytes, byte_count, byte_capacity, count / 2 + 64)) {
    document->nodes[document->node_count++] = (chtml_node){.line = 1};
    document->names[0] = document->names[1] = (chtml_range){0, 0};
    document->name_count = 2;
    xmlSAXHandler events = {
      .startElement = start_element, .endElement = end_element, .characters = characters,
      .ignorableWhitespace = characters, .cdataBlock = characters};
    *parser->sax = events;
    parser->userData = b;
    document->too_many_attributes = has_monstrous_tag(text, count);
    if (count > 0 && count < INT_MAX && !document->too_many_attributes)
      htmlCtxtReadMemory(
        parser, (const char *)text, (int)count, NULL, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC
          | HTML_PARSE_NODEFDTD | HTML_PARSE_NOIMPLIED);
    while (b->depth > 0) document->nodes[stack[b->depth--]].end = document->node_count;
    document->nodes[0].end = document->node_count;
  }
  free(stack), free(b);
  if (parser->myDoc) xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  htmlFreeParserCtxt(parser);
  return document;
}

void chtml_free(chtml_document *document) {
  if (!document) return;
  free(document->nodes), free(document->attributes), free(document->names), free(document->bytes);
  free(document);
}
