import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { DEFINITION, WHY } from './others-words';
import { all, not, under } from './words';

const quickSight = (names: string): string[] => under('QuickSight::*', names);

const SHARED = `
  Asana Slack ServiceNow Salesforce MSExchange PagerDuty Jira Confluence OneDrive SharePoint MSTeams
  GoogleCalendar Zendesk Smartsheet SAPBusinessPartner SAPProductMasterData SAPPhysicalInventory
  SAPBillOfMaterial SAPMaterialStock FactSet AmazonSThree Textract Comprehend ComprehendMedical
  AmazonBedrockARS AmazonBedrockFS AmazonBedrockKRS MCP OpenAPI SandPGMI SandPGlobalEnergy BambooHR BoxAgent
  CanvaAgent Github Notion Linear HuggingFace Monday Hubspot Intercom NewRelic GenericHTTP`
  .trim()
  .split(/\s+/);

/** QuickSight: what it reads, whom it shows it to, and what its agents call. */
export const CLASSIFIED: readonly Classification[] = [
  // What it reads
  ...all({ kind: 'host', incoming: true }, ...under('QuickSight::DataSource', 'Host')),
  ...all(
    { kind: 'arn', incoming: true },
    ...quickSight('DataSourceArn DataSetArn DatasetArn CopySourceArn TableBucketArn'),
    ...under('QuickSight::DataSource', 'Domain InstanceId ClusterId'),
  ),
  ...all(
    { kind: 'bucket', incoming: true },
    'AWS::QuickSight::DataSource:ManifestFileLocation.Bucket',
    ...quickSight('BucketName'),
  ),
  ...all({ kind: 'region', incoming: true }, ...quickSight('Region')),
  ...all({ kind: 'in-transit', good: ['false'] }, 'AWS::QuickSight::DataSource.DisableSsl'),
  ...all(
    DEFINITION,
    'AWS::QuickSight::Flow.FlowDefinition',
    'AWS::QuickSight::KnowledgeBase:KbTemplateConfiguration.Template',
  ),
  // Whom it shows it to, and what is called
  ...all(
    { kind: 'principal' },
    'AWS::QuickSight::KnowledgeBase.PrimaryOwnerArn',
    ...under('QuickSight::ApprovalPolicy', 'ApprovalGroups GroupArns'),
  ),
  ...all(
    { kind: 'arn' },
    ...under('QuickSight::Agent', 'Spaces ActionConnectors'),
    'AWS::QuickSight::Dashboard.LinkEntities',
  ),
  // What people ask and are shown is checked by Microsoft.
  ...all({ kind: 'external' }, 'AWS::QuickSight::DLPSetting:MicrosoftPurviewCredentials.SecretArn'),
  ...not(
    'the stack’s own account',
    ...quickSight('AwsAccountId'),
    'AWS::QuickSight::LimitsProfile.AccountId',
  ),
  ...not('an account of the service’s own', ...under('QuickSight::Agent', 'QbsAwsAccountId')),
  ...not(WHY.code, ...quickSight('PluginArn')),
  ...not('colours and fonts', ...quickSight('ThemeArn'), 'AWS::QuickSight::Customization.DefaultTheme'),
  ...not(
    WHY.own,
    ...quickSight('DataSetId DataSourceId ThemeId TopicId VPCConnectionId AnalysisId PolicyId'),
    'AWS::QuickSight::CustomPermissions.CustomPermissionsName',
    'AWS::QuickSight::OAuthClientApplication.OAuthClientApplicationId',
  ),
  ...not(WHY.near, 'AWS::QuickSight::DataSource.WorkGroup'),
  ...not(
    'what is granted; to whom is judged beside it',
    ...quickSight('Resource'),
    ...under('QuickSight::Space', 'Actions'),
  ),
  ...not(
    'what somebody may not do',
    ...under(
      'QuickSight::CustomPermissions:Capabilities',
      `ShareAnalyses ShareDatasets ShareDashboards ShareDataSources ShareApps ShareKnowledgeBases ShareSpaces
       ShareChatAgents SubscribeDashboardEmailReports CreateAndUpdateDashboardEmailReports
       RenameSharedFolders CreateSharedFolders ManageSharedFolders CreateAndUpdateDataSources
       ViewAccountSPICECapacity IncludeContentInScheduledReportsEmail ApproveFlowShareRequests
       SharePointAction CreateAndUpdateSharePointAction UseSharePointAction`,
    ),
    ...SHARED.map((action) => `AWS::QuickSight::CustomPermissions:Capabilities.Share${action}Action`),
  ),
  ...not(
    WHY.sign,
    ...quickSight('AuthenticationType TokenProviderUrl OAuthScope IdentityProviderResourceUri'),
    ...under(
      'QuickSight::ActionConnector',
      'TokenEndpoint AuthorizationEndpoint AuthorizationCodeGrantCredentialsSource ClientCredentialsSource Email',
    ),
    ...under(
      'QuickSight::OAuthClientApplication',
      'OAuthTokenEndpointUrl OAuthAuthorizationEndpointUrl OAuthScopes OAuthClientAuthenticationType DataSourceType',
    ),
  ),
  ...not(NOT.address, 'AWS::QuickSight::VPCConnection.DnsResolvers'),
  ...not(WHY.prefix, 'AWS::QuickSight::DataSource.SqlEndpointPath', ...quickSight('ObjectKey')),
  ...not(NOT.outside, ...quickSight('RedirectUrl URLTemplate ContentUrl'), ...quickSight('Url')),
  ...not(
    WHY.shown,
    ...quickSight(
      `YAxisLocation XAxisLocation TooltipTarget TargetVisualOptions TargetVisuals URLTarget Target DataDriven
       Icon AllSheets CrossDataset Warning WarningForeground Inclusive`,
    ),
  ),
  ...not(
    WHY.part,
    ...quickSight(
      `SourceParameterName SourceSheetControlId SourceFilterId TargetSheetId DestinationParameterName
       SourceField SourceColumnId TargetColumnId TransformOperationId SourceColumnName Alias UniqueKey`,
    ),
  ),
  ...not(
    NOT.choice,
    ...quickSight(
      `PermissionPolicy DisableUseAsImportedSource DisableUseAsDirectQuerySource AssetTypes
       IsEmailNotificationOptedForIngestionFailures`,
    ),
    'AWS::QuickSight::ApprovalPolicy.Actions',
  ),
  ...not(
    WHY.made,
    'AWS::QuickSight::Theme:ThemeVersion.Arn',
    'AWS::QuickSight::Template:TemplateVersion.SourceEntityArn',
    ...under('QuickSight::Dashboard:DashboardVersion', 'Arn DataSetArns SourceEntityArn'),
    'AWS::QuickSight::VPCConnection:NetworkInterface.AvailabilityZone',
  ),
];

export const REQUIRED: readonly Requirement[] = [];
/** Data in SPICE can be put under a customer's key, for the whole account and not by a template. */
export const KEYLESS: readonly Keyless[] = [];
