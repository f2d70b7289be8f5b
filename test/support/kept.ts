import type { RenderedStack, Resource } from './templates';

/** Types of what datasets lie in. */
export const STORES = [
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::DynamoDB::Table',
  'AWS::S3::Bucket',
];
const KEPT = [...STORES, 'AWS::KMS::Key', 'AWS::Backup::BackupVault', 'AWS::EC2::VPC', 'AWS::EC2::Subnet'];
/** What CloudFormation changes in place, and a later stage may change. */
const IN_PLACE: Readonly<Record<string, string>> = { 'AWS::KMS::Key': 'KeyPolicy' };
/** Stacks in the region of an old cell: what they tell is read by weak reference, and goes with the task that reads it. */
const OF_OLD_CELL = /\/from-/;

/** What no later stage may change or take away, by where it stands: stores and what they lie on, and outputs. */
export function keptIn(stacks: readonly RenderedStack[]): Readonly<Record<string, unknown>> {
  const kept = stacks.flatMap(({ path, region, stackName, template }): [string, unknown][] => {
    const place = `${region} ${stackName}`;
    const resources = Object.entries(template.Resources).filter(([, { Type }]) => KEPT.includes(Type));
    const outputs = OF_OLD_CELL.test(path) ? [] : Object.entries(template.Outputs ?? {});
    return [
      ...resources.map(([id, resource]): [string, unknown] => [`${place} ${id}`, lasting(resource)]),
      ...outputs.map(([id, { Value }]): [string, unknown] => [`${place} output ${id}`, Value]),
    ];
  });
  return Object.fromEntries(kept);
}

function lasting({ Type, Properties = {} }: Resource): unknown {
  const properties = Object.entries(Properties).filter(([name]) => name !== IN_PLACE[Type]);
  return { Type, Properties: Object.fromEntries(properties) };
}
