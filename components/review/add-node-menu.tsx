import { Menu, UnstyledButton } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { NodeKind } from "../../core/workflow/node.ts";
import { kinds } from "../canvas/kind.ts";
import classes from "./add-node-menu.module.css";
import { startableKinds } from "./new-node.ts";

/** The palette: one line per kind with what it does. */
export function AddNodeMenu({ onAdd }: { onAdd: (kind: NodeKind) => void }) {
  return (
    <Menu position="top-start">
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <IconPlus size={14} stroke={1.9} aria-hidden="true" />
          Node
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {startableKinds.map((kind) => {
          const { icon: Mark, label, does } = kinds[kind];
          return (
            <Menu.Item key={kind} leftSection={<Mark size={16} stroke={1.75} />} onClick={() => onAdd(kind)}>
              {label} <span className={classes.does}>{does}</span>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
