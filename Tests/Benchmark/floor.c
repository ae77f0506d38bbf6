// The floor: what cmark-gfm alone takes for the content files of a site. One process reads each file, leaves its front
// matter out, parses it with tables, strikethrough, autolinks and task lists, renders it and writes the HTML.
//
//     floor CONTENT OUTPUT
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const extensions[] = {"table", "strikethrough", "autolink", "tasklist"};

static void fail(const char *path) {
  perror(path);
  exit(2);
}

static char *read_file(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  struct stat info;
  if (!file || fstat(fileno(file), &info)) fail(path);
  char *bytes = malloc((size_t)info.st_size + 1);
  *length = fread(bytes, 1, (size_t)info.st_size, file);
  bytes[*length] = 0;
  fclose(file);
  return bytes;
}

static const char *after_front_matter(const char *bytes) {
  if (strncmp(bytes, "---\n", 4)) return bytes;
  const char *end = strstr(bytes + 3, "\n---\n");
  return end ? end + 5 : bytes;
}

static void convert(const char *source, const char *target) {
  size_t length;
  char *bytes = read_file(source, &length);
  const char *body = after_front_matter(bytes);
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
  cmark_parser_feed(parser, body, length - (size_t)(body - bytes));
  cmark_node *tree = cmark_parser_finish(parser);
  char *html = cmark_render_html(tree, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
  FILE *file = fopen(target, "wb");
  if (!file) fail(target);
  fwrite(html, 1, strlen(html), file);
  fclose(file);
  free(html);
  cmark_node_free(tree);
  cmark_parser_free(parser);
  free(bytes);
}

static void walk(const char *source, const char *target) {
  DIR *folder = opendir(source);
  if (!folder) fail(source);
  if (mkdir(target, 0755)) fail(target);
  struct dirent *entry;
  while ((entry = readdir(folder))) {
    if (entry->d_name[0] == '.') continue;
    char from[4096], to[4096];
    snprintf(from, sizeof from, "%s/%s", source, entry->d_name);
    snprintf(to, sizeof to, "%s/%s", target, entry->d_name);
    size_t length = strlen(to);
    if (entry->d_type == DT_DIR) {
      walk(from, to);
    } else if (length > 3 && !strcmp(to + length - 3, ".md")) {
      strcpy(to + length - 3, ".html");
      convert(from, to);
    }
  }
  closedir(folder);
}

int main(int count, char **arguments) {
  if (count != 3) {
    fprintf(stderr, "usage: floor CONTENT OUTPUT\n");
    return 2;
  }
  cmark_gfm_core_extensions_ensure_registered();
  walk(arguments[1], arguments[2]);
  return 0;
}
