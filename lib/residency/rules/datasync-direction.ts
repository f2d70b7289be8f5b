import type { Hearing } from '../hearing';
import { isKnown } from '../marks';
import { UNKNOWN_PLACE, type PointerKind } from '../place';
import { read } from '../read';
import type { Rule } from '../rule';

type Role = 'source' | 'destination';

const USES: Readonly<Record<Role, string>> = {
  source: 'SourceLocationArn',
  destination: 'DestinationLocationArn',
};

/** What says where a location is, by type. */
const LOCATIONS: Readonly<Record<string, readonly [path: string, kind: PointerKind]>> = {
  'AWS::DataSync::LocationS3': ['S3BucketArn', 'bucket'],
  'AWS::DataSync::LocationObjectStorage': ['ServerHostname', 'host'],
  'AWS::DataSync::LocationNFS': ['ServerHostname', 'host'],
  'AWS::DataSync::LocationSMB': ['ServerHostname', 'host'],
  'AWS::DataSync::LocationHDFS': ['NameNodes[*].Hostname', 'host'],
  'AWS::DataSync::LocationAzureBlob': ['AzureBlobContainerUrl', 'host'],
  'AWS::DataSync::LocationEFS': ['EfsFilesystemArn', 'local'],
  'AWS::DataSync::LocationFSxLustre': ['FsxFilesystemArn', 'local'],
  'AWS::DataSync::LocationFSxONTAP': ['StorageVirtualMachineArn', 'local'],
  'AWS::DataSync::LocationFSxOpenZFS': ['FsxFilesystemArn', 'local'],
  'AWS::DataSync::LocationFSxWindows': ['FsxFilesystemArn', 'local'],
};
const TYPES = Object.keys(LOCATIONS);

export const datasyncDirection: Rule = {
  id: 'datasync-direction',
  what: 'a DataSync task writes only to locations in permitted regions, and never to a source',
  why: 'Objects move home one way. A task turned round, or a destination elsewhere, carries users’ data out again, and the same location can be either. A location is a source only where a task reads from it and none writes to it; one that no task in the templates uses is judged as a destination.',
  fix: 'give the task a destination in the stack’s region, named by reference, and read from the source alone',
  level: 'error',
  types: ['AWS::DataSync::Task', ...TYPES],
  examples: {
    bad: {
      Bucket: { Type: 'AWS::S3::Bucket' },
      Ours: {
        Type: 'AWS::DataSync::LocationS3',
        Properties: { S3BucketArn: { 'Fn::GetAtt': ['Bucket', 'Arn'] } },
      },
      Theirs: {
        Type: 'AWS::DataSync::LocationObjectStorage',
        Properties: { ServerHostname: '10.8.4.10', ServerProtocol: 'HTTPS' },
      },
      Task: {
        Type: 'AWS::DataSync::Task',
        Properties: { SourceLocationArn: { Ref: 'Ours' }, DestinationLocationArn: { Ref: 'Theirs' } },
      },
    },
    good: {
      Bucket: { Type: 'AWS::S3::Bucket' },
      Ours: {
        Type: 'AWS::DataSync::LocationS3',
        Properties: { S3BucketArn: { 'Fn::GetAtt': ['Bucket', 'Arn'] } },
      },
      Theirs: {
        Type: 'AWS::DataSync::LocationObjectStorage',
        Properties: { ServerHostname: '10.8.4.10', ServerProtocol: 'HTTPS' },
      },
      Task: {
        Type: 'AWS::DataSync::Task',
        Properties: { SourceLocationArn: { Ref: 'Theirs' }, DestinationLocationArn: { Ref: 'Ours' } },
      },
    },
  },
  check(hearing) {
    const { type } = hearing.resource;
    const pointer = Object.hasOwn(LOCATIONS, type) ? LOCATIONS[type] : undefined;
    if (pointer !== undefined) return checkLocation(hearing, ...pointer);
    checkUse(hearing, 'source');
    checkUse(hearing, 'destination');
  },
};

function checkLocation(hearing: Hearing, path: string, kind: PointerKind): void {
  const onlySource = isUsed(hearing, 'source') && !isUsed(hearing, 'destination');
  const options = { incoming: onlySource, anywhere: onlySource };
  for (const reading of hearing.read(path)) {
    const texts = hearing.texts(reading);
    if (texts.length === 0)
      hearing.lead(reading.path, '', kind, 'the location', { ...options, place: UNKNOWN_PLACE });
    for (const text of texts) hearing.lead(reading.path, text, kind, 'the location', options);
  }
}

function isUsed({ resource, resolver }: Hearing, role: Role): boolean {
  return resolver.templates.ofType('AWS::DataSync::Task').some((task) =>
    read(task, USES[role], resolver)
      .flatMap(({ value }) => (value === undefined ? [] : resolver.texts(value, task.template)))
      .some((text) => resolver.resource(text, [resource.type], task.template) === resource),
  );
}

function checkUse(hearing: Hearing, role: Role): void {
  for (const reading of hearing.read(USES[role])) {
    for (const text of hearing.texts(reading)) {
      const location = hearing.named(text, ...TYPES);
      if (location !== undefined && Object.hasOwn(LOCATIONS, location.type)) {
        if (location.template.input.region !== hearing.resource.template.input.region)
          hearing.lead(reading.path, text, 'local', `the ${role}`, { incoming: role === 'source' });
      } else if (role === 'destination' || !isKnown(text)) {
        hearing.find(
          reading.path,
          text,
          `the ${role} is in none of the templates: where it leads cannot be worked out`,
        );
      }
    }
  }
}
