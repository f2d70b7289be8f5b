import type { Template } from 'aws-cdk-lib/assertions';
import { STAGES, type Stage } from '../../lib/plan/schema';
import { changedCell, dataTemplate, resourcesOf } from '../support/data-stack';
import { referenceCell } from '../support/plans';
import type { Resource } from '../support/templates';

const STORES = ['AWS::RDS::DBCluster', 'AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::Backup::BackupVault'];

const at = Object.fromEntries(
  STAGES.map((stage) => {
    const cell = changedCell('sg', ({ phases }) => Object.assign(phases['services'] ?? {}, { stage }));
    return [stage, dataTemplate(cell)];
  }),
) as Record<Stage, Template>;

const outputsOf = (template: Template) =>
  (template.toJSON() as { Outputs?: Record<string, { Value: unknown }> }).Outputs ?? {};

const stores = (template: Template): [string, Resource][] =>
  Object.entries(resourcesOf(template)).filter(([, { Type }]) => STORES.includes(Type));

test.each(STAGES.slice(1).map((stage, index) => [STAGES[index] ?? 'planned', stage] as const))(
  'from %s to %s no store is removed or changed, and nothing that was exported goes',
  (before, after) => {
    const later = resourcesOf(at[after]);
    for (const [id, store] of stores(at[before])) expect(later[id]).toEqual(store);
    for (const output of Object.keys(outputsOf(at[before]))) {
      expect(outputsOf(at[after])).toHaveProperty(output);
    }
  },
);

test('a dataset’s resources are the same whatever else the cell holds', () => {
  const alone = changedCell('sg', ({ phases }) => {
    Object.assign(phases['e-commerce'] ?? {}, { stage: 'planned' });
    Object.assign(phases['services'] ?? {}, { datasets: ['account'], stage: 'cutover' });
  });
  const together = resourcesOf(at.cutover);
  const own = Object.entries(resourcesOf(dataTemplate(alone))).filter(([, { Properties }]) =>
    JSON.stringify(Properties?.['Tags'] ?? []).includes('"account"'),
  );
  expect(own.map(([, { Type }]) => Type)).toContain('AWS::RDS::DBCluster');
  for (const [id, resource] of own) expect(together[id]).toEqual(resource);
});

test('the security group of every cluster is exported, moving or not', () => {
  const groups = Object.keys(resourcesOf(at.retired, 'AWS::EC2::SecurityGroup'));
  expect(groups).toHaveLength(3);
  expect(Object.values(outputsOf(at.retired)).map(({ Value }) => Value)).toEqual(
    groups.map((group) => ({ 'Fn::GetAtt': [group, 'GroupId'] })),
  );
});

test('every store says what it holds and whose law it is under', () => {
  for (const [, { Properties }] of stores(at.cutover)) {
    const tags = JSON.stringify(Properties?.['Tags'] ?? Properties?.['BackupVaultTags']);
    for (const tag of ['cell', 'jurisdiction', 'dataset', 'data-class']) expect(tags).toContain(`"${tag}"`);
  }
});

test('a cell whose phases are all planned holds a place and nothing else', () => {
  expect(Object.values(resourcesOf(dataTemplate(referenceCell('br')))).map(({ Type }) => Type)).toEqual([
    'AWS::CloudFormation::WaitConditionHandle',
  ]);
});
