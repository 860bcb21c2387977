import { Alert } from "@mantine/core";
import { IconAlertOctagon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./form-refusal.module.css";

/** Why the server said no, above the button that was pressed; read out when it appears. */
export function FormRefusal({ children }: { children: ReactNode }) {
  return (
    <Alert className={classes.refusal} icon={<IconAlertOctagon size={16} stroke={1.75} />} role="alert">
      {children}
    </Alert>
  );
}
