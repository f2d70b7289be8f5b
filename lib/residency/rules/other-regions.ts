import type { Hearing } from '../hearing';
import type { Reading } from '../read';
import { allowingStatements, conditionsOf } from '../statements';
import type { Rule } from '../rule';

/** Services whose one endpoint is in us-east-1, or whose ARNs name it although they belong to no region. */
const BORDERLESS =
  /^arn:[^:]*:(?:iam|sts|cloudfront|route53|organizations|globalaccelerator|waf|shield|support|health):/;
const REQUESTED = 'aws:requestedregion';

export const otherRegions: Rule = {
  id: 'other-regions',
  what: 'a statement allows nothing in another region by name',
  why: 'A role that may write to a table, a queue or a bucket of another region can carry data there, whatever the templates connect. A resource whose region is `*` is no such statement: what a role may do beyond that is for a service control policy to bound (`aws:RequestedRegion`).',
  fix: 'name resources of the stack’s own region, or have the policy allow this pointer with a reason',
  level: 'error',
  types: 'every type',
  examples: {
    bad: writerOf('arn:aws:dynamodb:us-east-1:111111111111:table/orders'),
    good: writerOf('arn:aws:dynamodb:ap-southeast-1:111111111111:table/orders'),
  },
  check(hearing) {
    for (const document of hearing.sites('policy'))
      for (const statement of allowingStatements(document, hearing)) checkStatement(hearing, statement);
  },
};

function checkStatement(hearing: Hearing, statement: Reading): void {
  for (const resource of hearing.below([statement], 'Resource[*]'))
    for (const text of hearing.texts(resource)) {
      if (BORDERLESS.test(text)) continue;
      const place = hearing.placeOf(text, 'local');
      if (place.kind === 'region' && place.region !== hearing.resource.template.input.region)
        hearing.lead(resource.path, text, 'local', 'what the statement allows');
    }
  for (const { operator, key, path, texts } of conditionsOf(statement, hearing))
    if (key === REQUESTED && !/not/i.test(operator))
      for (const text of texts) hearing.lead(path, text, 'region', 'the region it allows');
}

function writerOf(Resource: string) {
  const Statement = [{ Effect: 'Allow', Action: 'dynamodb:PutItem', Resource }];
  return { Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Statement } } } };
}
