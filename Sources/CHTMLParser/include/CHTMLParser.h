#pragma once

// A tolerant HTML parser: bytes in, one flat array of nodes out. libxml2 does the parsing and stays behind this header.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// An element, or a run of text (`name` is then 0). Nodes stand in document order.
typedef struct {
  /// Index into `names`; 0 for text.
  uint32_t name;
  /// Index of the enclosing element; the document's own index 0 for the outermost.
  uint32_t parent;
  /// Index just after the last node inside this one.
  uint32_t end;
  /// Line of the source, from 1, on which the text or the start tag begins.
  uint32_t line;
  /// Text: where its bytes are in `bytes`. Element: where its attributes are in `attributes`.
  uint32_t first, count;
} chtml_node;

/// A range of `bytes`.
typedef struct {
  uint32_t offset, length;
} chtml_range;

typedef struct {
  chtml_range name, value;
} chtml_attribute;

/// Everything read from one document. Node 0 is the document itself.
typedef struct {
  chtml_node *nodes;
  uint32_t node_count;
  chtml_attribute *attributes;
  uint32_t attribute_count;
  /// The distinct element names in lower case; number 0 is empty.
  chtml_range *names;
  uint32_t name_count;
  /// UTF-8: names, attribute values, text.
  uint8_t *bytes;
  size_t byte_count;
  /// Whether reading ended early because elements were nested deeper than the bound.
  bool too_deep;
  /// Whether a tag has thousands of attributes; nothing was read then.
  bool too_many_attributes;
  /// Whether memory ran out or a table overflowed: the content is then incomplete.
  bool failed;
} chtml_document;

/// Prepares the library. Call it once, before the first thread parses.
void chtml_prepare(void);

/// Parses UTF-8 text. Elements nested deeper than `maximum_depth` end the reading. Never NULL unless memory is exhausted.
/// Time and memory are linear in `count` for a bounded depth.
chtml_document *chtml_parse(const uint8_t *text, size_t count, uint32_t maximum_depth);

void chtml_free(chtml_document *document);
