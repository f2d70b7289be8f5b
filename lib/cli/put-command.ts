export interface PutProps {
  readonly region: string;
  readonly bucket: string;
  readonly key: string;
  /** The file that is put there. */
  readonly body: string;
}

/**
 * The command that puts a record in its place. The bucket encrypts under its own key. It locks what it takes, and for that
 * S3 wants a checksum (S3 API, PutObject), which older command lines do not send unasked.
 */
export function putCommand({ region, bucket, key, body }: PutProps): string {
  return [
    `aws s3api put-object --region ${region} --bucket ${bucket}`,
    `--key ${key} --body ${body}`,
    '--content-type application/json --checksum-algorithm SHA256',
  ].join(' ');
}
