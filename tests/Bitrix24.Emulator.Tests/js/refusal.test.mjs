import assert from 'node:assert/strict'
import { test } from 'node:test'
import { portal, unlimited } from './portal.mjs'

// The portal refuses above five requests, and drains two a second.
test('the SDK waits after QUERY_LIMIT_EXCEEDED and gets every answer', async () => {
  const b24 = portal({ ...unlimited, maxRetries: 10, retryDelay: 500 })
  const answers = await Promise.all(Array.from({ length: 10 }, (_, i) =>
    b24.actions.v2.call.make({ method: 'crm.deal.add', params: { fields: { TITLE: `d${i}` } }, requestId: `r-${i}` })))
  assert.equal(answers.filter(answer => answer.isSuccess).length, 10)
})
