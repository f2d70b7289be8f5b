import { createHash } from 'node:crypto';
import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatFault, type LocatedFault } from '../plan/fault';
import { RULES } from '../residency';
import type { Report, Reported, ReportedAccepted } from './check';
import { PlacesInFiles } from './places-in-files';
import type { Position } from './positions';
import { CHECK_RULES, type RuleData } from './rules';

export interface SarifOptions {
  readonly version: string;
  /** Folder that the addresses of files are relative to, as those who read the log expect it of a repository. */
  readonly folder: string;
  /** What could not be judged. */
  readonly faults: readonly LocatedFault[];
}

/** A report as a log of SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format). */
export function asSarif(report: Report, { version, folder, faults }: SarifOptions): string {
  const places = new PlacesInFiles();
  const toResult = (reported: Reported) => resultOf(reported, folder, places.of(reported));
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'domicile', version, rules: CHECK_RULES.map(descriptorOf) } },
          columnKind: 'utf16CodeUnits',
          invocations: [
            {
              executionSuccessful: faults.length === 0,
              toolExecutionNotifications: faults.map((fault) => ({
                level: 'error',
                message: { text: formatFault(fault) },
                locations: [{ physicalLocation: placeIn(fault.file, folder, fault) }],
              })),
            },
          ],
          results: [
            ...report.findings.map(toResult),
            ...(report.accepted ?? []).map((accepted) => ({
              ...toResult(accepted),
              suppressions: [suppressionOf(accepted)],
            })),
          ],
        },
      ],
    },
    undefined,
    2,
  );
}

function descriptorOf(rule: RuleData) {
  const { id, what, why, fix, level } = rule;
  // The rules of the check itself have one page together.
  const page = RULES.some((other) => other.id === id) ? `docs/rules/${id}.md` : 'docs/check.md';
  return {
    id,
    shortDescription: { text: sentence(what) },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\nFix: ${sentence(fix)}\n\nSee ${page}.`,
      markdown: `${why}\n\n**Fix.** ${sentence(fix)}\n\nSee \`${page}\`.`,
    },
    defaultConfiguration: { level },
    properties: { tags: ['security', 'data-residency'] },
  };
}

function resultOf({ finding, file }: Reported, folder: string, position: Position | undefined) {
  const { rule, level, stack, region, logicalId, type, path, value, place, message, fix } = finding;
  const where = [logicalId, path].filter((part) => part !== '').join('.');
  const said = [`${where === '' ? '' : `${where}: `}${message}`, ...(value === '' ? [] : [`found ${value}`])];
  return {
    ruleId: rule,
    ruleIndex: CHECK_RULES.findIndex(({ id }) => id === rule),
    level,
    message: { text: withoutLinks(`${said.join('; ')}; fix: ${fix}`) },
    locations: [
      {
        physicalLocation: placeIn(file, folder, position),
        ...(where === ''
          ? {}
          : {
              logicalLocations: [
                { name: logicalId, fullyQualifiedName: `${stack}.${where}`, kind: 'resource' },
              ],
            }),
      },
    ],
    partialFingerprints: {
      // Lines move, and regions of a value are mended one by one: neither makes another finding of it.
      'domicile/v1': createHash('sha256')
        .update([rule, stack, logicalId, path.replace(/\[\d+\]/g, '[*]'), value].join('\n'))
        .digest('hex'),
    },
    properties: { stack, region, type, path, value, ...(place === undefined ? {} : { place }) },
  };
}

function suppressionOf({ reason, expires }: ReportedAccepted) {
  return { kind: 'external', status: 'accepted', justification: `${reason} (until ${expires})` };
}

function placeIn(file: string, folder: string, position: Position | undefined) {
  return {
    artifactLocation: { uri: addressOf(file, folder) },
    ...(position === undefined ? {} : { region: { startLine: position.line, startColumn: position.column } }),
  };
}

/** Relative where the file is in the folder, as GitHub wants it, else the whole address. */
function addressOf(file: string, folder: string): string {
  const path = relative(folder, resolve(folder, file));
  if (path === '' || path.startsWith('..')) return pathToFileURL(resolve(folder, file)).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}

/** `[text](1)` would be a link (SARIF 2.1.0, 3.11.6). */
function withoutLinks(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
