import { B24Hook } from '@bitrix24/b24jssdk'

/** The SDK over the webhook that the test gave us. */
export function portal(restrictionParams) {
  const b24 = B24Hook.fromWebhookUrl(process.env.B24_WEBHOOK.replace(/\/$/, ''), restrictionParams ? { restrictionParams } : undefined)
  b24.offClientSideWarning()
  return b24
}

/** Limits that keep the SDK itself from waiting. */
export const unlimited = {
  rateLimit: { burstLimit: 100000, drainRate: 1000, adaptiveEnabled: false },
  adaptiveConfig: { enabled: false, thresholdPercent: 100, coefficient: 0, maxDelay: 0 },
}
