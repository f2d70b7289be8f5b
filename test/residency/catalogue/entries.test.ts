import type { Definition } from '../../../lib/residency/catalogue/catalogue';
import { CATALOGUE } from '../../../lib/residency/catalogue/sites';
import type { Kind, Verdict } from '../../../lib/residency/catalogue/verdict';
import { isFollowedApart } from '../../../lib/residency/pointers';
import { Templates } from '../../../lib/residency/templates';
import { ACCOUNT, AWAY, HOME, judgementOf, one } from '../support';

/** A property of the catalogue, and one way to it through the definitions of its type. */
interface Entry {
  readonly type: string;
  readonly names: readonly string[];
  readonly verdict: Verdict;
}

interface Values {
  readonly wrong: unknown;
  /** Undefined where no value is right. */
  readonly right: unknown;
}

const OTHER: Readonly<Record<string, string>> = { true: 'false', false: 'true' };
const STRANGER = '999999999999';
const document = (account: string): object => ({
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: '*' }],
});
const VALUES: Readonly<Record<Exclude<Kind, 'at-rest' | 'in-transit' | 'public' | 'copy'>, Values>> = {
  arn: { wrong: `arn:aws:sqs:${AWAY}:${ACCOUNT}:it`, right: `arn:aws:sqs:${HOME}:${ACCOUNT}:it` },
  bucket: { wrong: 'elsewhere', right: 'at-home' },
  host: { wrong: 'https://data.example.com/in', right: `https://it.${HOME}.amazonaws.com/in` },
  region: { wrong: AWAY, right: HOME },
  zone: { wrong: `${HOME}-bkk-1a`, right: `${HOME}a` },
  external: { wrong: 'someone@example.com', right: undefined },
  global: { wrong: 'anything', right: undefined },
  account: { wrong: STRANGER, right: ACCOUNT },
  principal: { wrong: STRANGER, right: ACCOUNT },
  role: { wrong: `arn:aws:iam::${STRANGER}:role/r`, right: `arn:aws:iam::${ACCOUNT}:role/r` },
  policy: { wrong: document(STRANGER), right: document(ACCOUNT) },
  range: { wrong: '0.0.0.0/0', right: '10.64.0.0/16' },
  key: { wrong: `arn:aws:kms:${AWAY}:${ACCOUNT}:key/k`, right: `arn:aws:kms:${HOME}:${ACCOUNT}:key/k` },
  definition: { wrong: `arn:aws:sqs:${AWAY}:${ACCOUNT}:it`, right: `arn:aws:sqs:${HOME}:${ACCOUNT}:it` },
};

const judged = Object.entries(CATALOGUE.types)
  .map(([type, definitions]) => [type, entriesOf(type, definitions)] as const)
  .filter(([, entries]) => entries.length > 0);

test.each(judged)('what is set wrongly in %s is found, what is set rightly is not', (_, entries) => {
  expect(entries.flatMap(faults)).toEqual([]);
});

test('every verdict is tried on some property', () => {
  const tried = new Set(judged.flatMap(([, entries]) => entries.map(({ verdict }) => verdict)));
  expect(CATALOGUE.verdicts.filter((verdict) => !tried.has(verdict))).toEqual([]);
});

/** What the rules make of the least template that sets the property wrongly, and of the one that sets it rightly. */
function faults({ type, names, verdict }: Entry): string[] {
  const path = names.join('.');
  if (isFollowedApart(resourceOf(type), path)) return [];
  const { wrong, right } = valuesOf(verdict);
  return [
    ...(found(type, names, wrong, path) ? [] : [`${path} is not found as ${JSON.stringify(wrong)}`]),
    ...(right !== undefined && found(type, names, right, path)
      ? [`${path} is found as ${JSON.stringify(right)}`]
      : []),
  ];
}

function found(type: string, names: readonly string[], value: unknown, path: string): boolean {
  const properties = names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;
  const bucket = { Home: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'at-home' } } };
  return judgementOf(one(type, properties, bucket), {}).findings.some(
    (finding) => finding.logicalId === 'It' && new RegExp(`^${path}(?![A-Za-z0-9])`).test(finding.path),
  );
}

function valuesOf({ kind, good, bad }: Verdict): Values {
  if (kind === 'at-rest' || kind === 'in-transit' || kind === 'public' || kind === 'copy')
    return good === undefined
      ? { wrong: bad?.[0], right: OTHER[bad?.[0] ?? ''] ?? 'anything-else' }
      : { wrong: OTHER[good[0] ?? ''] ?? 'anything-else', right: good[0] };
  return VALUES[kind];
}

function resourceOf(type: string) {
  const [template] = new Templates([one(type, {})]).all;
  const resource = template?.resources.get('It');
  if (resource === undefined) throw new Error(`no resource of ${type}`);
  return resource;
}

/** Every property to judge, by the shortest way to it. */
function entriesOf(type: string, definitions: readonly Definition[]): Entry[] {
  const entries: Entry[] = [];
  const seen = new Set([0]);
  const queue: { readonly index: number; readonly names: readonly string[] }[] = [{ index: 0, names: [] }];
  for (const { index, names } of queue)
    for (const [name, next] of Object.entries(definitions[index] ?? {})) {
      const way = [...names, name === '*' ? 'AnyKey' : name];
      const verdict = CATALOGUE.verdicts[next];
      if (verdict !== undefined) entries.push({ type, names: way, verdict });
      else if (!seen.has(-next)) {
        seen.add(-next);
        queue.push({ index: -next, names: way });
      }
    }
  return entries;
}
