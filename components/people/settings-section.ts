import { IconCpu, IconGavel, IconHistory, IconUserCircle, IconUsers, type Icon } from "@tabler/icons-react";
import { mayRole, type Permission } from "../../core/access/permission.ts";
import type { Role } from "../../core/access/role.ts";

interface SettingsSection {
  path: string;
  label: string;
  icon: Icon;
  permission: Permission;
}

const sections: readonly SettingsSection[] = [
  { path: "/settings/members", label: "Members", icon: IconUsers, permission: "member-read" },
  { path: "/settings/account", label: "Account", icon: IconUserCircle, permission: "account-manage" },
  { path: "/settings/models", label: "Models", icon: IconCpu, permission: "workflow-read" },
  { path: "/settings/policy", label: "Policy", icon: IconGavel, permission: "workflow-read" },
  { path: "/settings/audit-log", label: "Audit log", icon: IconHistory, permission: "audit-log-read" },
];

/** The sections of Settings that a role can open; a link that only leads to a refusal isn't offered. */
export function settingsSections(role: Role): readonly SettingsSection[] {
  return sections.filter((section) => mayRole(role, section.permission));
}
