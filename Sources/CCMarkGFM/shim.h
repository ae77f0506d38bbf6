#pragma once

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>

// Node types of the extensions are variables that registration sets; the installed headers do not declare them.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;

static inline uint16_t cmark_type_of_table(void) { return (uint16_t)CMARK_NODE_TABLE; }
static inline uint16_t cmark_type_of_table_row(void) { return (uint16_t)CMARK_NODE_TABLE_ROW; }
static inline uint16_t cmark_type_of_table_cell(void) { return (uint16_t)CMARK_NODE_TABLE_CELL; }
static inline uint16_t cmark_type_of_strikethrough(void) { return (uint16_t)CMARK_NODE_STRIKETHROUGH; }
