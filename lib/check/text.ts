import type { Colors } from 'picocolors/types';
import type { Report } from './check';
import { PlacesInFiles } from './places-in-files';

/** A report as lines that editors and terminals turn into links, a summary last. */
export function asText({ counts, findings, accepted = [] }: Report, colors: Colors): string {
  const places = new PlacesInFiles();
  const lines = findings.map((reported) => {
    const { finding, file } = reported;
    const { line, column } = places.of(reported) ?? { line: 1, column: 1 };
    const { level, rule, logicalId, path, message, value, fix } = finding;
    const where = [logicalId, path].filter((part) => part !== '').join('.');
    const details = [...(value === '' ? [] : [`found ${value}`]), `fix: ${fix}`].join('; ');
    const told = level === 'error' ? colors.red(level) : colors.yellow(level);
    const at = `${printable(file)}:${line}:${column}`;
    const what = `${where === '' ? '' : `${where}: `}${message}`;
    return `${at}: ${told}: ${colors.bold(rule)}: ${printable(what)} ${colors.dim(printable(`(${details})`))}`;
  });
  const errors = findings.filter(({ finding }) => finding.level === 'error').length;
  const found = [
    ...(errors === 0 ? [] : [colors.red(counted(errors, 'error'))]),
    ...(errors === findings.length ? [] : [colors.yellow(counted(findings.length - errors, 'warning'))]),
    ...(findings.length === 0 ? [colors.green('no findings')] : []),
    ...(accepted.length === 0 ? [] : [`${accepted.length} accepted by exceptions`]),
  ].join(', ');
  const judged = [
    counted(counts.templates, 'template'),
    counted(counts.resources, 'resource'),
    counted(counts.pointers, 'pointer'),
  ].join(', ');
  return [...lines, `${found} in ${judged}`].join('\n');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** A text of a template without what a terminal would take for a command, or for the end of the line. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
