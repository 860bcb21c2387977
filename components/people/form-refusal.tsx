import { IconAlertOctagon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./form-refusal.module.css";

/** Why the server said no, above the button that was pressed; read out when it appears. */
export function FormRefusal({ children }: { children: ReactNode }) {
  return (
    <div className={classes.refusal} role="alert">
      <IconAlertOctagon size={16} stroke={1.75} aria-hidden="true" />
      <p>{children}</p>
    </div>
  );
}
