import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { SOURCE, WHY } from './others-words';
import { all, need, not, under } from './words';

const rooms = (names: string): string[] => under('CleanRooms::*', names);

/** Services of few properties; machine learning, things, media and QuickSight are in files of their own. */
export const CLASSIFIED: readonly Classification[] = [
  // Clean rooms and matching of identities: what others may see, and which companies help.
  ...all({ kind: 'region' }, 'AWS::CleanRooms::Collaboration.AllowedResultRegions'),
  ...all(
    { kind: 'region', incoming: true },
    ...['GlueTableReference', 'AthenaTableReference'].map(
      (table) => `AWS::CleanRooms::ConfiguredTable:${table}.Region`,
    ),
  ),
  ...all({ kind: 'account' }, ...rooms('AllowedResultReceivers AllowedAnalysisProviders')),
  ...all({ kind: 'arn' }, ...rooms('AllowedAnalyses AllowedAdditionalAnalyses')),
  ...all({ kind: 'bucket' }, 'AWS::CleanRooms::ConfiguredTable.OutputLocation'),
  ...all({ kind: 'external', incoming: true }, 'AWS::CleanRooms::ConfiguredTable.AccountIdentifier'),
  ...not(WHY.code, 'AWS::CleanRooms::AnalysisTemplate:S3Location.Bucket'),
  ...not(
    'what may stand beside columns that were encrypted before they came',
    ...under('CleanRooms::Collaboration', 'AllowCleartext PreserveNulls'),
  ),
  ...not('who keeps a policy up to date that lets Clean Rooms itself in', ...rooms('ManageResourcePolicies')),
  ...not(NOT.choice, ...rooms('IdMappingWorkflowsSupported')),
  ...not(WHY.code, ...under('CleanRoomsML::*', 'ImageUri')),
  // The records are matched by a company outside AWS, or given it.
  ...all({ kind: 'external' }, ...under('EntityResolution::*', 'ProviderServiceArn')),
  ...not(WHY.part, ...under('EntityResolution::*', 'MatchingKeys MatchKey')),
  ...not(NOT.choice, 'AWS::EntityResolution::MatchingWorkflow.EnableTransitiveMatching'),
  ...not(
    'what the policy is attached to; whom it lets in is judged beside it',
    'AWS::EntityResolution::PolicyStatement.Arn',
  ),

  // EDI, supply chains, mainframes, space, places
  ...not(WHY.people, ...under('B2BI::*', 'Email Phone')),
  ...all(SOURCE, 'AWS::B2BI::Transformer:SampleDocuments.BucketName'),
  ...all(
    { kind: 'arn', incoming: true },
    'AWS::SCN::DataIntegrationFlow:DatasetSourceConfiguration.DatasetIdentifier',
  ),
  ...all({ kind: 'arn' }, 'AWS::SCN::DataIntegrationFlow:DatasetTargetConfiguration.DatasetIdentifier'),
  ...all(SOURCE, 'AWS::SCN::DataIntegrationFlow:S3SourceConfiguration.BucketName'),
  ...not(WHY.part, 'AWS::SCN::DataIntegrationFlow.SourceName'),
  ...all({ kind: 'public', good: ['false'] }, 'AWS::M2::Environment.PubliclyAccessible'),
  ...not(WHY.code, 'AWS::M2::Application.S3Location'),
  ...all({ kind: 'arn' }, ...under('GroundStation::MissionProfile:DataflowEdge', 'Destination Source')),
  ...all({ kind: 'role' }, 'AWS::GroundStation::MissionProfile.StreamsKmsRole'),
  ...not(
    WHY.made,
    ...['Uplink', 'Downlink'].map(
      (way) =>
        `AWS::GroundStation::DataflowEndpointGroupV2:${way}AwsGroundStationAgentEndpointDetails.AuditResults`,
    ),
  ),
  // Where devices were is then kept under a key of AWS’s too (Location Service developer guide, “Data encryption at rest”).
  ...all({ kind: 'at-rest', bad: ['true'] }, 'AWS::Location::Tracker.KmsKeyEnableGeospatialQueries'),
  ...not(
    'who draws the maps; requests reach it through AWS, without names',
    ...under('Location::*', 'DataSource PricingPlanDataSource Style'),
  ),
  ...not(WHY.own, 'AWS::Location::APIKey.KeyName'),
  ...not(
    'what the bearer of a key may ask for: maps, places and routes',
    ...under('Location::APIKey', 'AllowResources AllowReferers'),
  ),
  ...all(SOURCE, 'AWS::ElementalInference::Feed.TemplateUris'),

  // What watches programs, and support
  ...all({ kind: 'arn', of: 'telemetry' }, 'AWS::CodeGuruProfiler::ProfilingGroup:Channel.channelUri'),
  ...all({ kind: 'principal' }, 'AWS::CodeGuruProfiler::ProfilingGroup:AgentPermissions.Principals'),
  ...not(WHY.code, ...under('CodeGuruReviewer::RepositoryAssociation', 'Owner BucketName')),
  ...not(WHY.near, 'AWS::PI::PerfReports.Identifier'),
  // What is said in a support case goes to Slack.
  ...all(
    { kind: 'external' },
    'AWS::SupportApp::SlackChannelConfiguration.ChannelId',
    'AWS::SupportApp::SlackWorkspaceConfiguration.TeamId',
  ),
  ...not(NOT.label, 'AWS::SupportApp::AccountAlias.AccountAlias'),
  ...not(
    WHY.made,
    ...under(
      'Panorama::Package:StorageLocation',
      'Bucket RepoPrefixLocation GeneratedPrefixLocation BinaryPrefixLocation ManifestPrefixLocation',
    ),
  ),
  ...not(WHY.code, 'AWS::Panorama::PackageVersion.OwnerAccount'),
  ...all({ kind: 'bucket', of: 'telemetry' }, 'AWS::NovaAct::WorkflowDefinition.S3BucketName'),
  ...not(WHY.prefix, 'AWS::NovaAct::WorkflowDefinition.S3KeyPrefix'),
  ...not(NOT.choice, 'AWS::Wickr::Network.AccessLevel'),

  // Billing and the console
  ...not(
    WHY.billing,
    'AWS::BCM::ScheduledReport.DashboardArn',
    'AWS::BCM::Dashboard.Table',
    'AWS::BcmPricingCalculator::BillScenario.CostCategoryGroupSharingPreferenceArn',
    'AWS::Braket::SpendingLimit.DeviceArn',
    'AWS::PricingPlanManager::Subscription.ResourceArns',
    'AWS::ComputeOptimizer::AutomationRule.AccountIds',
  ),
  ...not('what the console shows', ...under('UXC::AccountCustomization', 'VisibleRegions AccountColor')),
  ...not(
    'a skill lives at Amazon’s developer console; its package is a program, which no data of users is in',
    'Alexa::ASK::Skill:SkillPackage.S3Bucket',
    'Alexa::ASK::Skill:SkillPackage.S3BucketRole',
    'Alexa::ASK::Skill:SkillPackage.S3Key',
    'Alexa::ASK::Skill:SkillPackage.S3ObjectVersion',
    'Alexa::ASK::Skill:Overrides.Manifest',
  ),
];

const owned = (guide: string): string =>
  `a key that AWS owns or manages unless one is named (${guide}, “Data encryption at rest”)`;
const MATCHES =
  'a key that the service manages unless one is named (CloudFormation, `AWS::EntityResolution::MatchingWorkflow`)';

export const REQUIRED: readonly Requirement[] = [
  need('key', 'CleanRooms::IdMappingTable', 'KmsKeyArn', owned('Clean Rooms user guide')),
  need('key', 'CleanRooms::IntermediateTable', 'KmsKeyArn', owned('Clean Rooms user guide')),
  need('key', 'CleanRoomsML::ConfiguredModelAlgorithm', 'KmsKeyArn', owned('Clean Rooms user guide')),
  need('key', 'EntityResolution::MatchingWorkflow', 'OutputSourceConfig[*].KMSArn', MATCHES),
  need('key', 'EntityResolution::IdMappingWorkflow', 'OutputSourceConfig[*].KMSArn', MATCHES, {
    onlyWith: 'OutputSourceConfig',
  }),
  need('key', 'Location::GeofenceCollection', 'KmsKeyId', owned('Location Service developer guide')),
  need('key', 'Location::Tracker', 'KmsKeyId', owned('Location Service developer guide')),
  need('key', 'M2::Application', 'KmsKeyId', owned('Mainframe Modernization user guide')),
  need('key', 'M2::Environment', 'KmsKeyId', owned('Mainframe Modernization user guide')),
];

export const KEYLESS: readonly Keyless[] = [];
