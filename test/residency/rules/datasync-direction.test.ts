import { AWAY, describeRule, findings, found, HOME, judgementOf, one, resources, template } from '../support';

const rule = 'datasync-direction';
const bucket = { B: { Type: 'AWS::S3::Bucket' } };
const ours = {
  Type: 'AWS::DataSync::LocationS3',
  Properties: { S3BucketArn: { 'Fn::GetAtt': ['B', 'Arn'] } },
};
const theirs = {
  Type: 'AWS::DataSync::LocationObjectStorage',
  Properties: { ServerHostname: '10.8.4.10', ServerProtocol: 'HTTPS' },
};
const task = (source: unknown, destination: unknown): object => ({
  Type: 'AWS::DataSync::Task',
  Properties: { SourceLocationArn: source, DestinationLocationArn: destination },
});
const reads = (id = 'It') => ({ ...bucket, Ours: ours, Task: task({ Ref: id }, { Ref: 'Ours' }) });
const writes = (id = 'It') => ({ ...bucket, Ours: ours, Task: task({ Ref: 'Ours' }, { Ref: id }) });

describeRule(rule, 'AWS::DataSync::LocationS3', {
  valid: [
    ['a bucket of the stack', { S3BucketArn: { 'Fn::GetAtt': ['B', 'Arn'] } }, bucket],
    [
      'a bucket of the stack by its name',
      { S3BucketArn: 'arn:aws:s3:::pages' },
      {
        B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'pages' } },
      },
    ],
    ['any bucket that a task only reads from', { S3BucketArn: 'arn:aws:s3:::elsewhere' }, reads()],
  ],
  invalid: [
    ['a bucket that is in no template', { S3BucketArn: 'arn:aws:s3:::elsewhere' }],
    ['a bucket that a task writes to, in no template', { S3BucketArn: 'arn:aws:s3:::elsewhere' }, writes()],
    ['no bucket at all', {}],
    [
      'a bucket that one task reads from and another writes to',
      { S3BucketArn: 'arn:aws:s3:::elsewhere' },
      { ...reads(), Back: task({ Ref: 'Ours' }, { Ref: 'It' }) },
    ],
  ],
});

const HOSTS: readonly (readonly [type: string, properties: object])[] = [
  ['AWS::DataSync::LocationObjectStorage', { ServerHostname: '10.8.4.10' }],
  ['AWS::DataSync::LocationNFS', { ServerHostname: 'nfs.example.com' }],
  ['AWS::DataSync::LocationSMB', { ServerHostname: 'smb.example.com' }],
  ['AWS::DataSync::LocationHDFS', { NameNodes: [{ Hostname: 'hdfs.example.com', Port: 8020 }] }],
  ['AWS::DataSync::LocationAzureBlob', { AzureBlobContainerUrl: 'https://a.blob.core.windows.net/c' }],
];
for (const [type, properties] of HOSTS)
  describeRule(rule, type, {
    valid: [['a server that a task only reads from', properties, reads()]],
    invalid: [
      ['a server that a task writes to', properties, writes()],
      ['a server that no task uses', properties],
    ],
  });

const FILE_SYSTEMS: readonly (readonly [type: string, property: string, service: string])[] = [
  ['AWS::DataSync::LocationEFS', 'EfsFilesystemArn', 'elasticfilesystem'],
  ['AWS::DataSync::LocationFSxLustre', 'FsxFilesystemArn', 'fsx'],
  ['AWS::DataSync::LocationFSxONTAP', 'StorageVirtualMachineArn', 'fsx'],
  ['AWS::DataSync::LocationFSxOpenZFS', 'FsxFilesystemArn', 'fsx'],
  ['AWS::DataSync::LocationFSxWindows', 'FsxFilesystemArn', 'fsx'],
];
for (const [type, property, service] of FILE_SYSTEMS) {
  const at = (region: string) => ({
    [property]: `arn:aws:${service}:${region}:111111111111:file-system/fs-1`,
  });
  describeRule(rule, type, {
    valid: [
      ['a file system at home', at(HOME), writes()],
      ['a file system elsewhere that a task only reads from', at(AWAY), reads()],
    ],
    invalid: [['a file system elsewhere', at(AWAY), writes()]],
  });
}

describeRule(rule, 'AWS::DataSync::Task', {
  valid: [
    [
      'from the source to the cell',
      { SourceLocationArn: { Ref: 'Theirs' }, DestinationLocationArn: { Ref: 'Ours' } },
      { ...bucket, Ours: ours, Theirs: theirs },
    ],
    [
      'from a location that is in no template',
      {
        SourceLocationArn: `arn:aws:datasync:${HOME}:111111111111:location/loc-1`,
        DestinationLocationArn: { Ref: 'Ours' },
      },
      { ...bucket, Ours: ours },
    ],
  ],
  invalid: [
    [
      'to a location that is in no template',
      {
        SourceLocationArn: { Ref: 'Ours' },
        DestinationLocationArn: `arn:aws:datasync:${HOME}:111111111111:location/loc-1`,
      },
      { ...bucket, Ours: ours },
    ],
    [
      'from a place that cannot be worked out',
      { SourceLocationArn: { 'Fn::ImportValue': 'nowhere' }, DestinationLocationArn: { Ref: 'Ours' } },
      { ...bucket, Ours: ours },
    ],
  ],
});

test('finds a task that writes to a bucket of another region’s stack', () => {
  const away = resources(
    { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'pages' } } },
    { stackName: 'away', region: AWAY },
  );
  const here = resources({
    Target: { Type: 'AWS::DataSync::LocationS3', Properties: { S3BucketArn: 'arn:aws:s3:::pages' } },
    Theirs: theirs,
    It: task({ Ref: 'Theirs' }, { Ref: 'Target' }),
  });
  expect(found(rule, [away, here])).toEqual(['Target S3BucketArn']);
  expect(findings(rule, [away, here])[0]?.message).toBe(`the location leads to ${AWAY}; allowed is ${HOME}`);
});

test('finds a task whose destination is a location of another region’s stack', () => {
  const away = template(
    {
      Resources: { ...bucket, Ours: ours },
      Outputs: { Ours: { Value: { Ref: 'Ours' }, Export: { Name: 'ours' } } },
    },
    { stackName: 'away', region: AWAY },
  );
  const output = { 'Fn::GetStackOutput': { StackName: 'away', OutputName: 'Ours', Region: AWAY } };
  const here = resources({ Theirs: theirs, It: task({ Ref: 'Theirs' }, output) });
  expect(found(rule, [away, here])).toEqual(['It DestinationLocationArn']);
  expect(findings(rule, [away, here])[0]?.message).toBe(
    `the destination leads to ${AWAY}; allowed is ${HOME}`,
  );
});

test('a source flows in from where it is, and its flow is permitted', () => {
  const { findings: none, flows } = judgementOf(
    one('AWS::DataSync::LocationNFS', { ServerHostname: 'a.b' }, reads()),
  );
  expect(none.filter((finding) => finding.rule === rule)).toEqual([]);
  const [flow] = flows.filter(({ logicalId }) => logicalId === 'It');
  expect(flow).toMatchObject({ from: { kind: 'external', host: 'a.b' }, crosses: true, permitted: true });
});

test('a source in another region is shown as a flow from there', () => {
  const { flows } = judgementOf([
    resources({
      ...bucket,
      Ours: ours,
      Task: task(
        { 'Fn::GetStackOutput': { StackName: 'away', Region: AWAY, OutputName: 'Out' } },
        { Ref: 'Ours' },
      ),
    }),
    template(
      {
        Resources: { ...bucket, Theirs: ours },
        Outputs: { Out: { Value: { Ref: 'Theirs' } } },
      },
      { stackName: 'away', region: AWAY },
    ),
  ]);
  const flow = flows.find(({ path }) => path === 'SourceLocationArn');
  expect(flow?.from).toMatchObject({ region: AWAY });
  expect(flow?.to).toMatchObject({ region: HOME });
});
