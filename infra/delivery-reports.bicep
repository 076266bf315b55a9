// What became of mails: events of the Communication Services resource go to the queue that the app reads. Both resources
// are in this resource group. No storage key: the topic's own identity may add messages to that queue, nothing else.

@description('The Communication Services resource that sends the mails.')
param communicationName string

@description('The storage account of the app, which has its tables and queues.')
param storageName string

// Storage Queue Data Message Sender.
var sender = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a')

resource communication 'Microsoft.Communication/communicationServices@2023-04-01' existing = {
  name: communicationName
}

resource storage 'Microsoft.Storage/storageAccounts@2023-01-01' existing = {
  name: storageName

  resource queues 'queueServices' existing = {
    name: 'default'

    resource reports 'queues' = {
      name: 'delivery-reports'
    }
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' = {
  name: '${communicationName}-events'
  location: 'global'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    source: communication.id
    topicType: 'Microsoft.Communication.CommunicationServices'
  }
}

resource mayAdd 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage::queues::reports.id, topic.id, sender)
  scope: storage::queues::reports
  properties: {
    roleDefinitionId: sender
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2022-06-15' = {
  parent: topic
  name: 'delivery-reports'
  dependsOn: [mayAdd]
  properties: {
    deliveryWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      destination: {
        endpointType: 'StorageQueue'
        properties: {
          resourceId: storage.id
          queueName: storage::queues::reports.name
          queueMessageTimeToLiveInSeconds: 604800
        }
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Communication.EmailDeliveryReportReceived']
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
  }
}
