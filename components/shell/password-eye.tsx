import { IconEye, IconEyeOff } from "@tabler/icons-react";

/** The mark in a password field: what pressing it does. */
export function PasswordEye({ reveal }: { reveal: boolean }) {
  const Mark = reveal ? IconEyeOff : IconEye;
  return <Mark size={16} stroke={1.75} color="var(--text-3)" />;
}
