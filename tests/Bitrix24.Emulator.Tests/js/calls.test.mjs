import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AjaxError } from '@bitrix24/b24jssdk'
import { portal, unlimited } from './portal.mjs'

const b24 = portal(unlimited)
const call = (method, params = {}) => b24.actions.v2.call.make({ method, params, requestId: `test-${method}` })

test('a single call answers data, total and time', async () => {
  const added = await call('crm.deal.add', { fields: { TITLE: '«Сделка» & co', OPPORTUNITY: 10.5, UF_CRM_CITY: ['a', 'b'] } })
  assert.equal(added.isSuccess, true)
  const id = added.getData().result
  const deal = (await call('crm.deal.get', { id })).getData().result
  assert.equal(deal.TITLE, '«Сделка» & co')
  assert.equal(deal.OPPORTUNITY, '10.50')
  assert.deepEqual(deal.UF_CRM_CITY, ['a', 'b'])
  const list = await call('crm.deal.list', { filter: { '>ID': 0 }, select: ['ID'] })
  assert.equal(list.getTotal(), 1)
  assert.equal(list.isMore(), false)
  assert.equal(typeof list.getData().time.operating_reset_at, 'number')
})

test('the old surface still works', async () => {
  const answer = await b24.callMethod('crm.contact.add', { fields: { NAME: 'n', PHONE: [{ VALUE: '+7', VALUE_TYPE: 'WORK' }] } })
  const contact = (await b24.callMethod('crm.contact.get', { id: answer.getData().result })).getData().result
  assert.equal(contact.PHONE[0].VALUE, '+7')
})

test('an error has the code and status of the portal', async () => {
  for (const [method, params, code, status] of [
    ['crm.deal.nonsense', {}, 'ERROR_METHOD_NOT_FOUND', 404],
    ['crm.item.list', {}, '100', 400],
    ['crm.item.get', { entityTypeId: 2, id: 999 }, 'NOT_FOUND', 400],
  ]) {
    const error = await call(method, params).then(answer => answer.getErrors().next().value, thrown => thrown)
    assert.ok(error instanceof AjaxError, `${method}: ${error}`)
    assert.equal(error.code, code)
    assert.equal(error.status, status)
  }
})

test('health check and ping', async () => {
  assert.equal(await b24.tools.healthCheck.make({ requestId: 'health' }), true)
  assert.ok(await b24.tools.ping.make({ requestId: 'ping' }) >= 0)
})
