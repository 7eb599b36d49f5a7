import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BatchRefV3 } from '@bitrix24/b24jssdk'
import { portal, unlimited } from './portal.mjs'

// The portal holds 120 tasks.
const b24 = portal(unlimited)

test('a call', async () => {
  const answer = await b24.actions.v3.call.make({ method: 'tasks.task.get', params: { id: 1, select: ['id', 'title', 'responsible.name'] }, requestId: 'get' })
  assert.deepEqual(answer.getData().result.item, { id: 1, title: 't1', responsible: { name: 'Anna' } })
})

test('an error with its field', async () => {
  const error = await b24.actions.v3.call.make({ method: 'tasks.task.get', params: {}, requestId: 'wrong' }).then(answer => answer.getErrors().next().value, thrown => thrown)
  assert.equal(error.code, 'BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION')
  assert.equal(error.validation[0].field, 'id')
})

test('a batch with references', async () => {
  const answer = await b24.actions.v3.batch.make({
    calls: {
      tasks: { method: 'tasks.task.list', params: { select: ['id'], pagination: { limit: 3 } }, as: 'tasks' },
      again: ['tasks.task.list', { select: ['id', 'title'], filter: [['id', 'in', BatchRefV3.refArray('tasks.id')]] }],
    },
    options: { requestId: 'batch' },
  })
  assert.equal(answer.getErrorMessages().join(), '')
  assert.deepEqual(answer.getData().again.items.map(item => item.title), ['t1', 't2', 't3'])
})

test('lists', async () => {
  const answer = await b24.actions.v3.callList.make({ method: 'tasks.task.list', params: { select: ['id'] }, idKey: 'id', customKeyForResult: 'items', requestId: 'list', limit: 50 })
  assert.deepEqual(answer.getData().map(item => item.id), Array.from({ length: 120 }, (_, i) => i + 1))
})

test('a tail', async () => {
  const answer = await b24.actions.v3.callTail.make({ method: 'main.eventlog.tail', params: { select: ['id'] }, cursorField: 'id', requestId: 'tail' })
  assert.equal(answer.getData().length, 70)
})
