import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  createTheme,
  Input,
  InputWrapper,
  Kbd,
  Menu,
  Modal,
  Notification,
  NumberInput,
  PasswordInput,
  Pill,
  Radio,
  rem,
  SegmentedControl,
  Skeleton,
  Table,
  Tabs,
  TagsInput,
  Tooltip,
  type MantineColorsTuple,
} from "@mantine/core";
import { PasswordEye } from "./password-eye.tsx";
import classes from "./theme.module.css";

const accent: MantineColorsTuple = [
  "#f5f4fe", "#efedfc", "#d6d2f7", "#b9b2ee", "#9990e3", "#6a5ee0", "#5145c4", "#4438ad", "#382e92", "#2b2373",
];

/** Mantine reads these two scales by index for lines, hovers and placeholders, so the tokens sit at those indexes. */
const gray: MantineColorsTuple = [
  "#f9fafb", "#f0f2f4", "#e0e3e7", "#e0e3e7", "#c5cbd2", "#626b76", "#626b76", "#454d57", "#2b3138", "#15181c",
];
const dark: MantineColorsTuple = [
  "#e7eaed", "#b3bac2", "#8b949e", "#8b949e", "#282d33", "#202428", "#1a1d21", "#16191c", "#111315", "#0e1012",
];

const fontFamily =
  '"Inter Variable", -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif';
const fontFamilyMonospace =
  'ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", "Liberation Mono", monospace';

/** Heights live in CSS variables because a phone makes every control at least 40 px. */
const controlHeight: Record<string, string> = {
  xs: "var(--control-s)",
  sm: "var(--control-m)",
  md: "var(--control-l)",
  lg: "var(--control-xl)",
};

function heightOf(size: string | number | undefined): string {
  return controlHeight[String(size ?? "sm")] ?? "var(--control-m)";
}

/** A dialog's head is a `header` element, which a screen reader would take for the banner of the page. */
const dialog = {
  closeButtonProps: { "aria-label": "Close" },
  attributes: { header: { role: "presentation" } },
  transitionProps: { duration: 0 },
  overlayProps: { opacity: 0.45 },
};

const pop = { shadow: "md", transitionProps: { duration: 0 } };

/** The look of the product; a page that uses plain Mantine components is already right. */
export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 5 },
  colors: { accent, gray, dark },
  white: "#ffffff",
  black: "#15181c",
  fontFamily,
  fontFamilyMonospace,
  fontSizes: { xs: rem(11), sm: rem(12), md: rem(13), lg: rem(14), xl: rem(16) },
  lineHeights: { xs: "1.2728", sm: "1.3334", md: "1.3847", lg: "1.4286", xl: "1.375" },
  fontWeights: { regular: "400", medium: "520", bold: "600" },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  radius: { xs: rem(3), sm: rem(4), md: rem(6), lg: rem(8), xl: rem(16) },
  defaultRadius: 4,
  shadows: {
    xs: "none", sm: "none", md: "var(--shadow-pop)", lg: "var(--shadow-pop)", xl: "var(--shadow-pop)",
  },
  headings: {
    fontFamily,
    fontWeight: "620",
    sizes: {
      h1: { fontSize: rem(16), lineHeight: rem(22) },
      h2: { fontSize: rem(13), lineHeight: rem(18) },
      h3: { fontSize: rem(13), lineHeight: rem(18) },
      h4: { fontSize: rem(12), lineHeight: rem(16) },
      h5: { fontSize: rem(12), lineHeight: rem(16) },
      h6: { fontSize: rem(12), lineHeight: rem(16) },
    },
  },
  focusRing: "auto",
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Button: Button.extend({
      defaultProps: { size: "sm", variant: "default" },
      classNames: { root: classes.button, label: classes.buttonLabel, section: classes.buttonSection },
      vars: (_theme, { size }) => ({
        root: {
          "--button-height": heightOf(size),
          "--button-padding-x": size === "xs" ? rem(8) : size === "md" || size === "lg" ? rem(12) : rem(10),
          "--button-fz": size === "xs" ? rem(12) : size === "lg" ? rem(14) : rem(13),
        },
      }),
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { size: "sm", variant: "subtle", color: "gray" },
      classNames: { root: classes.actionIcon },
      vars: (_theme, { size }) => ({ root: { "--ai-size": heightOf(size) } }),
    }),
    Input: Input.extend({
      defaultProps: { size: "md" },
      classNames: { input: classes.input },
      vars: (_theme, { size }) => ({
        wrapper: {
          "--input-height": heightOf(size ?? "md"),
          "--input-fz": "var(--input-text)",
          "--input-padding": rem(size === "xs" ? 8 : 10),
        },
      }),
    }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { size: "md" },
      classNames: { label: classes.label, description: classes.description, error: classes.error },
    }),
    Table: Table.extend({
      defaultProps: { tabularNums: true, horizontalSpacing: 10, verticalSpacing: 0 },
      classNames: { table: classes.table, thead: classes.thead, th: classes.th, td: classes.td, tr: classes.tr },
    }),
    Badge: Badge.extend({ defaultProps: { variant: "default" }, classNames: { root: classes.badge, label: classes.badgeLabel } }),
    Menu: Menu.extend({
      // Inside the landmark of the page, and with the focus on the first item: Mantine's placeholder is no menu item.
      defaultProps: { ...pop, portalProps: { target: "#content" }, withInitialFocusPlaceholder: false },
      classNames: {
        dropdown: classes.dropdown, item: classes.menuItem, label: classes.menuLabel, divider: classes.divider,
      },
    }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { "aria-label": "Close" } },
      classNames: {
        root: classes.toast, icon: classes.toastIcon, title: classes.toastTitle, description: classes.toastText,
      },
    }),
    SegmentedControl: SegmentedControl.extend({ classNames: { label: classes.segment } }),
    Tabs: Tabs.extend({ classNames: { list: classes.tabList, tab: classes.tab, tabSection: classes.tabSection } }),
    PasswordInput: PasswordInput.extend({
      defaultProps: { visibilityToggleIcon: PasswordEye },
      classNames: { visibilityToggle: classes.eye },
    }),
    Popover: { defaultProps: pop },
    Modal: Modal.extend({
      defaultProps: { ...dialog, radius: "lg", centered: true },
      classNames: { header: classes.modalHeader, title: classes.modalTitle, body: classes.modalBody },
    }),
    Drawer: { defaultProps: dialog },
    // Without a role its name is said to nobody.
    Loader: { defaultProps: { role: "status" } },
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 250, transitionProps: { duration: 0 }, events: { hover: true, focus: true, touch: true },
      },
      classNames: { tooltip: classes.tooltip },
    }),
    NumberInput: NumberInput.extend({ classNames: { controls: classes.numberControls } }),
    TagsInput: TagsInput.extend({ classNames: { inputField: classes.tagField } }),
    Pill: Pill.extend({ classNames: { root: classes.pill, remove: classes.pillRemove } }),
    Kbd: Kbd.extend({ classNames: { root: classes.kbd } }),
    Radio: Radio.extend({ classNames: { radio: classes.choice } }),
    Checkbox: Checkbox.extend({ classNames: { input: classes.choice } }),
    Skeleton: Skeleton.extend({ classNames: { root: classes.skeleton } }),
    Anchor: { defaultProps: { underline: "hover" } },
  },
});
