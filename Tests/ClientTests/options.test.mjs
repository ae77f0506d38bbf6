// The options of a list, as assistive technology is told of them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { client } from './support.mjs';

/** A field whose list, like one of the browser's, holds what is appended until it is removed. */
function makeField() {
  const attributes = new Map(), list = { id: 'list', children: [], get childElementCount() { return this.children.length; } };
  list.append = (...options) => list.children.push(...options);
  list.replaceChildren = () => { list.children = []; };
  const input = { setAttribute: (name, value) => attributes.set(name, value), removeAttribute: (name) => attributes.delete(name) };
  const field = Object.assign(Object.create(client.Combobox.prototype), { input, list, made: 0 });
  const option = () => ({ scrollIntoView() {}, setAttribute(name, value) { this[name] = value; }, remove() { list.children = list.children.filter((other) => other !== this); } });
  return { field, option, told: (name) => attributes.get('aria-' + name) };
}

test('gives no two options one id, whatever is selected and removed in between', () => {
  const { field, option, told } = makeField(), options = [option(), option(), option()];
  field.append(...options);
  field.select(options[1]);
  const { id } = options[1];
  field.remove(options[0]);
  field.append(option());
  field.select(field.list.children[2]);
  assert.equal(told('activedescendant'), field.list.children[2].id);
  assert.equal(options[1].id, id);
  assert.equal(new Set(field.list.children.map((each) => each.id)).size, 3);
});

test('points at no option that is gone', () => {
  const { field, option, told } = makeField(), only = option();
  field.append(only);
  field.select(only);
  assert.ok(told('activedescendant'));
  field.remove(only);
  assert.equal(told('activedescendant'), undefined);
  assert.equal(told('expanded'), false);
});
