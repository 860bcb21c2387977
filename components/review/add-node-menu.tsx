import { Menu } from "@mantine/core";
import type { ReactNode } from "react";
import type { NodeKind } from "../../core/workflow/node.ts";
import { kinds } from "../canvas/kind.ts";
import classes from "./add-node-menu.module.css";
import { startableKinds } from "./new-node.ts";

/** The palette: one line per kind with what it does. @param children the control that opens it. */
export function AddNodeMenu({ onAdd, children, isOpened, onClose }: { onAdd: (kind: NodeKind) => void; children: ReactNode; isOpened?: boolean; onClose?: () => void }) {
  return (
    <Menu position="top-start" {...(isOpened === undefined ? {} : { opened: isOpened })} {...(onClose === undefined ? {} : { onClose })}>
      <Menu.Target>{children}</Menu.Target>
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
