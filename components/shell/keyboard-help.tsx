"use client";

import { Kbd, Modal } from "@mantine/core";
import classes from "./keyboard-help.module.css";
import type { KeyBinding } from "./key-binding.ts";
import { useKeyBindings } from "./keyboard.tsx";

/** Lists every shortcut that works on the page that is open, from the same list that binds them. */
export function KeyboardHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Keyboard" size={440} closeButtonProps={{ "aria-label": "Close" }}>
      <KeyList />
    </Modal>
  );
}

function KeyList() {
  const bindings = useKeyBindings()();
  return (["Everywhere", "This page"] as const).map((group) => {
    const ofGroup = bindings.filter((binding) => binding.group === group);
    if (ofGroup.length === 0) return null;
    return (
      <section key={group} className={classes.group}>
        <h3>{group}</h3>
        <dl>
          {ofGroup.map((binding) => (
            <div key={binding.label} className={classes.row}>
              <dt>{binding.label}</dt>
              <dd>
                <Keys binding={binding} />
              </dd>
            </div>
          ))}
          {group === "Everywhere" && (
            <div className={classes.row}>
              <dt>Leave a dialog or a menu</dt>
              <dd>
                <Kbd>Esc</Kbd>
              </dd>
            </div>
          )}
        </dl>
      </section>
    );
  });
}

function Keys({ binding }: { binding: KeyBinding }) {
  const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);
  return (
    <>
      {binding.mod && <Kbd>{isMac ? "⌘" : "Ctrl"}</Kbd>}
      {binding.keys.map((key, index) => (
        <span key={index} className={classes.keys}>
          {index > 0 && <span>then</span>}
          <Kbd>{binding.mod ? key.toUpperCase() : key}</Kbd>
        </span>
      ))}
    </>
  );
}
