import { describe, expect, it } from 'vitest';
import { type PressedKey, ShortcutRegistry } from '#web/parts/shortcuts.ts';

const key = (name: string, other: Partial<PressedKey> = {}): PressedKey => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isInField: false,
  ...other,
});

describe('shortcuts', () => {
  it('act on one key, on a chord and on one key after the other', () => {
    const registry = new ShortcutRegistry();
    const done: string[] = [];
    for (const keys of ['j', 'mod+k', 'g d']) registry.register({ keys, what: keys }, () => done.push(keys));
    registry.press(key('J'), 0);
    registry.press(key('k', { metaKey: true }), 10);
    registry.press(key('g'), 20);
    registry.press(key('d'), 30);
    expect(done).toEqual(['j', 'mod+k', 'g d']);
  });

  it('forget the first of two keys after a while', () => {
    const registry = new ShortcutRegistry();
    let count = 0;
    registry.register({ keys: 'g d', what: '' }, () => {
      count += 1;
    });
    registry.press(key('g'), 0);
    expect(registry.press(key('d'), 5000)).toBe(false);
    expect(count).toBe(0);
  });

  it('rest while one writes, unless they say otherwise', () => {
    const registry = new ShortcutRegistry();
    registry.register({ keys: 'j', what: '' }, () => undefined);
    registry.register({ keys: 'mod+k', what: '', inFields: true }, () => undefined);
    expect(registry.press(key('j', { isInField: true }), 0)).toBe(false);
    expect(registry.press(key('k', { ctrlKey: true, isInField: true }), 1)).toBe(true);
  });

  it('give way to a later one, and come back when it goes', () => {
    const registry = new ShortcutRegistry();
    const done: string[] = [];
    registry.register({ keys: 'j', what: '' }, () => done.push('page'));
    const leave = registry.register({ keys: 'j', what: '' }, () => done.push('dialog'));
    registry.press(key('j'), 0);
    leave();
    registry.press(key('j'), 1);
    expect(done).toEqual(['dialog', 'page']);
  });
});
