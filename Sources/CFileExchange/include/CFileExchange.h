#pragma once

/// Two paths of one file system change places in one step; 0, or -1 with `errno`.
/// Swift does not see `renameat2`, a GNU extension.
int ciyuan_exchange(const char *one, const char *other);
