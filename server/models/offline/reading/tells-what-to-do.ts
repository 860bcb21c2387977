/** Somebody is told what to do, or what can be done. */
const instruction =
  /(?:^|[.:;,] |\bonly )(?:add|append|assign|attach|call|change|check|choose|clear|configure|convert|copy|create|declare|define|delete|disable|enable|ensure|export|extend|follow|give|handle|implement|import|include|increase|install|invoke|keep|load|make|map|mark|move|open|override|pass|place|prefer|provide|put|read|register|remove|rename|replace|return|run|save|select|send|set|specify|split|start|stop|store|switch|throw|try|turn|update|upgrade|use|wrap|write)\b|\bto [^.:;]{3,80}?,? use\b|\byou (?:can|could|may|must|need to|should|(?:will )?have to)\b|\b(?:can|must|should|(?:has|have|needs?) to) (?:be|either|happen)\b|\bby \p{L}+ing\b/iu;

/** Whether a text tells somebody what to do, or what can be done. */
export function tellsWhatToDo(text: string): boolean {
  return instruction.test(text);
}
