import { judge, reachOf, type Finding, type Flow, type Judgement, type Reach } from '../residency';
import { excuse, permittedFlows, type Accepted } from './exceptions';
import { entryOf } from './maps';
import type { CheckPolicy } from './policy-file';
import type { Progress } from './progress';
import type { Position } from './positions';
import type { Rules } from './ruling';
import type { App } from './source';

/** A finding under the name of its file. */
export interface Reported {
  readonly finding: Finding;
  /** Path of the file that it stands in. */
  readonly file: string;
  /** Where in the file, for what is not looked up in the template. */
  readonly position?: Position;
}

export interface ReportedAccepted extends Reported {
  readonly reason: string;
  readonly expires: string;
}

/** What a check came to. */
export interface Report {
  readonly counts: Judgement['counts'];
  readonly findings: readonly Reported[];
  /** Findings that the policy's exceptions accept; undefined without a policy file. */
  readonly accepted?: readonly ReportedAccepted[];
  readonly flows: readonly Flow[];
  /** How far the data of each resource can get, transitively. */
  readonly reach: readonly Reach[];
}

export interface CheckOptions {
  readonly rules: Rules;
  /** For its exceptions. */
  readonly policy?: CheckPolicy;
  /** The day, as YYYY-MM-DD in UTC. */
  readonly today: string;
  readonly progress?: Progress;
}

/** So many may take more than a second to judge. */
const MANY_RESOURCES = 5000;

/** Judges apps, each by itself, and gives one report of them all. */
export function check(apps: readonly App[], options: CheckOptions): Report {
  const judged = apps.map((app, index) => {
    options.progress?.(`judging ${index + 1} of ${apps.length}`, resourcesOf(app) > MANY_RESOURCES);
    return judgeApp(app, options);
  });
  const all = judged.flatMap(({ findings }) => findings);
  const fileOf = new Map(judged.flatMap(({ files }) => [...files]));
  const { policy, today } = options;
  const excused = policy === undefined ? undefined : excuse(all, policy, today);
  const reported = (finding: Finding): Reported => ({
    finding,
    file: fileOf.get(finding) ?? finding.template,
  });
  const findings = [
    ...(excused?.findings ?? all).map(reported),
    ...(excused?.faults ?? []).map(({ finding, exception: { line, column } }) => ({
      ...reported(finding),
      position: { line, column },
    })),
  ];
  return {
    counts: {
      templates: sum(judged, 'templates'),
      resources: sum(judged, 'resources'),
      pointers: sum(judged, 'pointers'),
      findings: findings.length,
    },
    findings,
    accepted: excused?.accepted.map(({ finding, exception: { reason, expires } }: Accepted) => ({
      ...reported(finding),
      reason,
      expires,
    })),
    flows: permittedFlows(
      judged.flatMap(({ flows }) => flows),
      excused?.accepted ?? [],
    ),
    reach: judged.flatMap(({ flows }) => reachOf(flows)),
  };
}

interface Judged {
  readonly counts: Judgement['counts'];
  readonly findings: readonly Finding[];
  readonly flows: readonly Flow[];
  readonly files: ReadonlyMap<Finding, string>;
}

function judgeApp(app: App, { rules }: CheckOptions): Judged {
  const ruling = rules(app);
  const judgement = judge(
    app.map(({ input }) => input),
    ruling.policy,
  );
  const sources = new Map(app.map((source) => [source.input.name, source]));
  const files = new Map<Finding, string>();
  const findings = [...ruling.placements, ...judgement.findings].map((finding) => {
    const law = ruling.forbiddenBy(finding);
    const source = sources.get(finding.template);
    const told: Finding = {
      ...finding,
      template: source?.name ?? finding.template,
      message: law === undefined ? finding.message : `${finding.message}; forbidden by ${law}`,
    };
    files.set(told, source?.file ?? finding.template);
    return told;
  });
  const flows = judgement.flows.map((flow) => ({
    ...flow,
    template: sources.get(flow.template)?.name ?? flow.template,
  }));
  return { counts: judgement.counts, findings, flows, files };
}

function sum(judged: readonly Judged[], key: keyof Judgement['counts']): number {
  return judged.reduce((total, { counts }) => total + counts[key], 0);
}

function resourcesOf(app: App): number {
  return app.reduce(
    (count, { input }) => count + Object.keys(entryOf(input.template, 'Resources') ?? {}).length,
    0,
  );
}
