import { minPasswordLength } from "../../core/access/member.ts";

interface PasswordStrength {
  /** 0 to 4 filled parts of the meter. */
  parts: number;
  word: string;
}

/** Judges by length alone, as NIST SP 800-63B advises: rules about characters make passwords worse. */
export function passwordStrength(password: string): PasswordStrength {
  const { length } = password;
  if (length === 0) return { parts: 0, word: "" };
  if (length < minPasswordLength) {
    const missing = minPasswordLength - length;
    return { parts: 1, word: missing === 1 ? "1 more character" : `${missing} more characters` };
  }
  if (length < 16) return { parts: 2, word: "Long enough" };
  return length < 20 ? { parts: 3, word: "Good" } : { parts: 4, word: "Strong" };
}
