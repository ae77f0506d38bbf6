import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import vm from 'node:vm';
import { project } from './support.mjs';

for (const script of ['excerpts', 'practice', 'search', 'site']) {
  test(`finds every part of ${script}.js valid by itself`, () => {
    const folder = join(project, 'Templates/assets', script), parts = readdirSync(folder);
    assert.ok(parts.length > 1);
    for (const name of parts) {
      assert.match(name, /^\d\d-[a-z-]+\.js$/);
      assert.ok(new vm.Script(readFileSync(join(folder, name), 'utf8'), { filename: name }));
    }
  });
}
