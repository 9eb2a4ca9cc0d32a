// Written by `npm run openapi` out of docs/openapi.json.
export interface paths {
    "/api/v1/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getActors"];
        put?: never;
        post: operations["postActors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-thresholds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAlertThresholds"];
        put?: never;
        post: operations["postAlertThresholds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getApprovals"];
        put?: never;
        post: operations["postApprovals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getApprovalsSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/forwarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postApprovalsByIdForwarding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postApprovalsByIdGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postApprovalsByIdRefusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getBulletins"];
        put?: never;
        post: operations["postBulletins"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins/{place}/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getBulletinsByPlaceByDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCases"];
        put?: never;
        post: operations["postCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCasesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCasesByIdAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCasesByIdConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/mediation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCasesByIdMediation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCasesByIdReopening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCasesByIdStatements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCasesByIdVerifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCasesByIdVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getConsignments"];
        put?: never;
        post: operations["postConsignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getConsignmentsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consignments/{id}/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postConsignmentsByIdCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCoverageAlarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCoverageClaims"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCoverageOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCoverageReleases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/uncovered-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCoverageUncoveredHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDecisions"];
        put?: never;
        post: operations["postDecisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postDecisionsByIdOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDelegations"];
        put?: never;
        post: operations["postDelegations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postDelegationsByIdRevocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/district-view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDistrictView"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/district-view/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDistrictViewLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDutyMatrix"];
        put?: never;
        post: operations["postDutyMatrix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getGrants"];
        put?: never;
        post: operations["postGrants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postGrantsByIdWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postHandOvers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHelpCalls"];
        put?: never;
        post: operations["postHelpCalls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help-calls/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postHelpCallsByIdEnding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help-calls/{id}/sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postHelpCallsByIdSignUps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHoldings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHouseholds"];
        put?: never;
        post: operations["postHouseholds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHouseholdsById"];
        put: operations["putHouseholdsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postHouseholdsByIdConsents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/local-parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postLocalParameters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/local-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getLocalRules"];
        put?: never;
        post: operations["postLocalRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getNeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getObligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postObligationsByIdSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getOrders"];
        put?: never;
        post: operations["postOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getOrdersById"];
        put: operations["putOrdersById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postOrdersByIdCancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postOrdersByIdSettlements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getParcels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parcels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getParcelsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parcels/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postParcelsByIdAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parcels/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postParcelsByIdOffers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parcels/{id}/packing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postParcelsByIdPacking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getParkedDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/delivery/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getParkedDeliveryById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/delivery/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postParkedDeliveryByIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/delivery/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postParkedDeliveryByIdSkip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/inventory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getParkedInventory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/inventory/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getParkedInventoryById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/inventory/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postParkedInventoryByIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/inventory/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postParkedInventoryByIdSkip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getParkedOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getParkedOrdersById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/orders/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postParkedOrdersByIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/orders/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postParkedOrdersByIdSkip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/oversight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getParkedOversight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/oversight/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getParkedOversightById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/oversight/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postParkedOversightByIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/oversight/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postParkedOversightByIdSkip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passes/{parcelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPassesByParcelId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPolicies"];
        put?: never;
        post: operations["postPolicies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/polls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPolls"];
        put?: never;
        post: operations["postPolls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/polls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPollsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/polls/{id}/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPollsByIdVotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPosture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proxies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getProxies"];
        put?: never;
        post: operations["postProxies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proxies/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postProxiesByIdRevocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRefusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refusals/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRefusalsHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/risk-levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postRiskLevels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRounds"];
        put?: never;
        post: operations["postRounds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRoundsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/allocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postRoundsByIdAllocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postRoundsByIdClosing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRoundsByIdDemand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postRuleReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situation-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSituationReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getStations"];
        put?: never;
        post: operations["postStations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getStationsById"];
        put: operations["putStationsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/{offerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getStockByOfferId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/{offerId}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postStockByOfferIdAdjustments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supply-offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSupplyOffers"];
        put?: never;
        post: operations["postSupplyOffers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supply-offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSupplyOffersById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supply-offers/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postSupplyOffersByIdWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postTerritories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/throughput": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getThroughput"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/throughput/consignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getThroughputConsignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/throughput/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getThroughputFunnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/throughput/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getThroughputLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWebhooks"];
        put?: never;
        post: operations["postWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWebhooksById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWebhooksByIdDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{messageId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postWebhooksByIdDeliveriesByMessageIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/disabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postWebhooksByIdDisabling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/enabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postWebhooksByIdEnabling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret-rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postWebhooksByIdSecretRotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        RegisterActorBody: {
            id: string;
            /** @enum {string} */
            kind: "person" | "organisation";
            name?: string;
            territory: string;
        };
        GrantRoleBody: {
            id: string;
            actorId: string;
            /** @enum {string} */
            role: "district-office" | "subdistrict-office" | "residents-committee" | "property-firm" | "platform" | "pickup-station" | "volunteer" | "resident" | "transporter" | "social-organisation" | "police" | "grid-worker" | "system";
            territory: string;
            organisation?: string;
            /** Format: date-time */
            expiresAt?: string;
            actions?: ("RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors")[];
        };
        WithdrawRoleBody: {
            reason?: string;
        };
        DelegateDutyBody: {
            id: string;
            to: string;
            /** @enum {string} */
            role: "district-office" | "subdistrict-office" | "residents-committee" | "property-firm" | "platform" | "pickup-station" | "volunteer" | "resident" | "transporter" | "social-organisation" | "police" | "grid-worker" | "system";
            territory: string;
            actions: ("RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors")[];
            /** Format: date-time */
            startsAt?: string;
            /** Format: date-time */
            expiresAt: string;
        };
        RevocationBody: {
            reason?: string;
        };
        AppointProxyBody: {
            id: string;
            actorId: string;
            territory: string;
            /** @enum {string} */
            kind: "relative" | "neighbour" | "volunteer";
            /** @enum {string} */
            consent: "own-account" | "in-person" | "telephone" | "paper";
            actions: ("PlaceOrder" | "AmendOrder" | "CancelOrder" | "SeePass" | "OpenCase")[];
            /** Format: date-time */
            expiresAt: string;
        };
        RegisterTerritoryBody: {
            territory: string;
            name?: string;
        };
        DutyRuleBody: {
            id: string;
            /** @enum {string} */
            role: "district-office" | "subdistrict-office" | "residents-committee" | "property-firm" | "platform" | "pickup-station" | "volunteer" | "resident" | "transporter" | "social-organisation" | "police" | "grid-worker" | "system";
            /** @enum {string} */
            action: "RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors";
            /** @enum {string} */
            modality: "allowed" | "obliged" | "forbidden";
            postures?: ("normal" | "alert" | "lockdown" | "recovery")[];
            risks?: ("low" | "medium" | "high")[];
            /** @enum {string} */
            scope: "territory" | "own-household" | "own-organisation" | "city";
            conditions?: ("named-consignee" | "under-lead" | "trained" | "recorded-consent" | "delegated-range" | "medicine" | "neighbour" | "chosen-representative" | "own-task" | "stated-purpose" | "audit-only" | "as-fallback")[];
            deadlineMinutes?: number;
            /** @enum {string} */
            escalateTo?: "district-office" | "subdistrict-office" | "residents-committee" | "property-firm" | "platform" | "pickup-station" | "volunteer" | "resident" | "transporter" | "social-organisation" | "police" | "grid-worker" | "system";
            legalBasis: string;
            appeal: string;
            seedRef: string;
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            validTo?: string;
        };
        ActivateDutyMatrixBody: {
            version: number;
            edition?: number;
            offered?: {
                [key: string]: unknown;
            };
            rules?: components["schemas"]["DutyRuleBody"][];
            texts?: {
                [key: string]: unknown;
            };
        };
        RationingBody: {
            perItem: number;
        };
        SwitchPostureBody: {
            /** @enum {string} */
            posture: "normal" | "alert" | "lockdown" | "recovery";
            territory: string;
            reason: string;
            incident?: string;
            rationing?: components["schemas"]["RationingBody"];
        };
        SetRiskLevelBody: {
            /** @enum {string} */
            level: "low" | "medium" | "high";
            territory: string;
            reason: string;
        };
        SourceBody: {
            title: string;
            article: string;
            text?: string;
        };
        WhoBody: {
            only?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
            except?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
        };
        WhatBody: {
            only?: string[];
            except?: string[];
        };
        WindowBody: {
            days: number[];
            from: string;
            to: string;
        };
        WhereBody: {
            only?: string[];
            except?: string[];
            channels?: ("station" | "door")[];
        };
        HowMuchBody: {
            times: number;
            days: number;
        };
        ClauseBody: {
            id: string;
            who?: components["schemas"]["WhoBody"];
            what?: components["schemas"]["WhatBody"];
            when?: components["schemas"]["WindowBody"][];
            where?: components["schemas"]["WhereBody"];
            howMuch?: components["schemas"]["HowMuchBody"];
            risks?: ("low" | "medium" | "high")[];
        };
        DelegatedRangeBody: {
            clause: string;
            /** @enum {string} */
            parameter: "times" | "days";
            least: number;
            most: number;
        };
        IssuePolicyBody: {
            version: number;
            territory: string;
            parentVersion: number;
            source: components["schemas"]["SourceBody"];
            clauses: components["schemas"]["ClauseBody"][];
            delegated?: components["schemas"]["DelegatedRangeBody"][];
            /** Format: date-time */
            effectiveFrom?: string;
            /** Format: date-time */
            effectiveTo?: string;
        };
        SetLocalParameterBody: {
            territory: string;
            clause: string;
            /** @enum {string} */
            parameter: "times" | "days";
            value: number;
            reason: string;
        };
        ProposeLocalRuleBody: {
            id: string;
            territory: string;
            title: string;
            clauses: components["schemas"]["ClauseBody"][];
        };
        ReportUnknownRuleBody: {
            id: string;
            territory: string;
            met: components["schemas"]["ClauseBody"][];
            imposedBy?: string;
        };
        SettlementBody: {
            /** @enum {string} */
            outcome: "done-otherwise" | "excused" | "upheld";
            reason: string;
        };
        RequestApprovalBody: {
            id: string;
            /** @enum {string} */
            action: "RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors";
            territory: string;
            subject: string;
            reason: string;
        };
        DeclineApprovalBody: {
            reason: string;
        };
        ClaimDutyBody: {
            /** @enum {string} */
            action: "RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors";
            territory: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            id: string;
        };
        ReleaseDutyBody: {
            /** @enum {string} */
            action: "RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors";
            territory: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            reason: string;
        };
        CallForHelpBody: {
            id: string;
            territory: string;
            /** @enum {string} */
            role: "volunteer";
            actions: ("RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors")[];
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            places: number;
        };
        EndHelpCallBody: {
            reason: string;
        };
        OpenCaseBody: {
            id: string;
            /** @enum {string} */
            kind: "complaint" | "need" | "rule-report" | "dispute" | "hardship";
            /** @enum {string} */
            subject: "supply" | "missing-goods" | "spoiled-goods" | "short-weight" | "price" | "late-delivery" | "pickup" | "cleaning" | "conduct" | "access" | "other";
            territory: string;
            /** @enum {string} */
            itemClass?: "food" | "infant" | "hygiene" | "medicine" | "device";
            sku?: string;
            daysOfCover?: number;
            /** @enum {string} */
            harm?: "none" | "discomfort" | "illness" | "danger";
            about?: string;
            words?: string;
        };
        AnswerCaseBody: {
            words?: string;
            /** @enum {string} */
            outcome: "done" | "partly" | "not-possible";
            evidence?: ("counterparty" | "visit" | "photo")[];
        };
        WordsBody: {
            words?: string;
        };
        VisitBody: {
            words?: string;
            resolved: boolean;
            evidence: ("counterparty" | "visit" | "photo")[];
        };
        VerificationBody: {
            /** @enum {string} */
            fact: "item" | "cover" | "harm";
            /** @enum {string} */
            how: "phone" | "door";
            /** @enum {string} */
            itemClass?: "food" | "infant" | "hygiene" | "medicine" | "device";
            daysOfCover?: number;
            /** @enum {string} */
            harm?: "none" | "discomfort" | "illness" | "danger";
        };
        MediationBody: {
            words?: string;
            /** @enum {string} */
            outcome: "agreed" | "not-agreed" | "referred";
        };
        OpenPollBody: {
            id: string;
            territory: string;
            policyVersion: number;
            clause: string;
            /** @enum {string} */
            parameter: "times" | "days";
            options: number[];
            /** Format: date-time */
            closesAt: string;
        };
        VoteBody: {
            option: number;
            householdId?: string;
        };
        RecordDecisionBody: {
            id: string;
            territory: string;
            title: string;
            owner: string;
            /** Format: date-time */
            dueAt: string;
        };
        EndDecisionBody: {
            /** @enum {string} */
            outcome: "fulfilled" | "dropped";
            reason?: string;
        };
        SetAlertThresholdBody: {
            id: string;
            territory: string;
            /** @enum {string} */
            measure: "late-consignments" | "short-households" | "unserved-households" | "unreached-households" | "unserved-orders" | "refusals" | "breaches" | "open-cases";
            atLeast: number;
        };
        PublishBulletinBody: {
            territory: string;
            /** Format: date */
            day: string;
        };
        SkipParkedBody: {
            reason: string;
        };
        MemberBody: {
            actorId: string;
            name: string;
            telephone?: string;
        };
        RegisterHouseholdBody: {
            people: number;
            room?: string;
            needs?: string;
            members: components["schemas"]["MemberBody"][];
            id?: string;
            territory: string;
        };
        AmendHouseholdBody: {
            people: number;
            room?: string;
            needs?: string;
            members: components["schemas"]["MemberBody"][];
        };
        RecordConsentBody: {
            platform: string;
        };
        RoundItemBody: {
            offerId: string;
            capPerHousehold: number;
        };
        OpenRoundBody: {
            id: string;
            territory: string;
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            closesAt: string;
            items: components["schemas"]["RoundItemBody"][];
        };
        CloseRoundBody: {
            reason: string;
        };
        AllocateRoundBody: {
            reason?: string;
        };
        LineBody: {
            offerId: string;
            quantity: number;
        };
        PlaceBody: {
            /** @enum {string} */
            kind: "station" | "door";
            stationId?: string;
        };
        PlaceOrderBody: {
            lines: components["schemas"]["LineBody"][];
            place: components["schemas"]["PlaceBody"];
            id: string;
            roundId: string;
            householdId: string;
        };
        AmendOrderBody: {
            lines: components["schemas"]["LineBody"][];
            place: components["schemas"]["PlaceBody"];
        };
        CancelOrderBody: {
            reason: string;
        };
        RecordSettlementBody: {
            amountFen: number;
            reference: string;
        };
        RegisterWebhookBody: {
            id: string;
            territory: string;
            url: string;
            events: ("demand.fixed" | "consignment.counted")[];
        };
        DisableWebhookBody: {
            reason: string;
        };
        AnnounceSupplyBody: {
            id: string;
            territory: string;
            sku: string;
            name: string;
            /** @enum {string} */
            itemClass: "food" | "infant" | "hygiene" | "medicine" | "device";
            unit: string;
            priceFen: number;
            quantity: number;
            weightGrams: number;
            origin: string;
            /** Format: date-time */
            arrivesFrom: string;
            /** Format: date-time */
            arrivesTo: string;
        };
        ReasonBody: {
            reason: string;
        };
        ShippedLineBody: {
            offerId: string;
            quantity: number;
        };
        DispatchConsignmentBody: {
            id: string;
            roundId: string;
            territory: string;
            consignee: string;
            lines: components["schemas"]["ShippedLineBody"][];
        };
        RejectedBody: {
            quantity: number;
            reason: string;
        };
        CountedLineBody: {
            offerId: string;
            accepted: number;
            rejected: components["schemas"]["RejectedBody"][];
            /** Format: date */
            expiresOn: string;
        };
        CountBody: {
            lines: components["schemas"]["CountedLineBody"][];
        };
        AdjustStockBody: {
            lotId: string;
            change: number;
            reason: string;
        };
        OpenStationBody: {
            id: string;
            territory: string;
            name: string;
            organisation?: string;
            opensAt: string;
            closesAt: string;
        };
        AmendStationBody: {
            name: string;
            opensAt: string;
            closesAt: string;
        };
        PackParcelBody: {
            pieces: number;
            weightGrams: number;
            /** Format: date-time */
            windowFrom?: string;
            /** Format: date-time */
            windowTo?: string;
        };
        OfferParcelBody: {
            to: string;
        };
        HandOverBody: {
            id: string;
            place: string;
            pass?: string;
            parcelId?: string;
            code?: string;
        } & ({
            parcelId?: never;
            code?: never;
        } | {
            pass?: never;
        });
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
            traceId: string;
            retryable: boolean;
            rule?: string;
            basis?: string;
            appeal?: string;
            params?: {
                [key: string]: string | number;
            };
            errors?: {
                pointer: string;
                code: string;
                detail: string;
            }[];
        };
    };
    responses: {
        /** @description Problem details (RFC 9457) */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getActors: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "person" | "organisation";
                            name?: string;
                            territory: string;
                            /** Format: date-time */
                            registeredAt: string;
                        }[];
                        next: string | null;
                        persons: {
                            [key: string]: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postActors: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterActorBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "person" | "organisation";
                        name?: string;
                        territory: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getAlertThresholds: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            territory: string;
                            /** @enum {string} */
                            measure: "late-consignments" | "short-households" | "unserved-households" | "unreached-households" | "unserved-orders" | "refusals" | "breaches" | "open-cases";
                            atLeast: number;
                            crossed: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postAlertThresholds: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAlertThresholdBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        territory: string;
                        /** @enum {string} */
                        measure: "late-consignments" | "short-households" | "unserved-households" | "unreached-households" | "unserved-orders" | "refusals" | "breaches" | "open-cases";
                        atLeast: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getAlerts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                from?: string;
                to?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            thresholdId: string;
                            territory: string;
                            /** @enum {string} */
                            measure: "late-consignments" | "short-households" | "unserved-households" | "unreached-households" | "unserved-orders" | "refusals" | "breaches" | "open-cases";
                            atLeast: number;
                            /** @enum {string} */
                            direction: "above" | "below";
                            value: number | null;
                            crossing: number;
                            /** Format: date-time */
                            at: string;
                        }[];
                        next: string | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getApprovals: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                status?: "pending" | "granted" | "tacit" | "declined";
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            action: string;
                            territory: string;
                            subject: string;
                            reason: string;
                            requestedBy: {
                                /** @constant */
                                persons: 1;
                            } | {
                                id: string;
                            };
                            role: string;
                            /** Format: date-time */
                            requestedAt: string;
                            hop: number;
                            with: {
                                role: string;
                                id: string;
                            };
                            /** Format: date-time */
                            dueAt?: string;
                            /** @enum {string} */
                            status: "pending" | "granted" | "tacit" | "declined";
                            /** Format: date-time */
                            endedAt?: string;
                            waitedMinutes?: number;
                            answer?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postApprovals: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestApprovalBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        action: "RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors";
                        territory: string;
                        subject: string;
                        reason: string;
                        /** @constant */
                        status: "pending";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getApprovalsSteps: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                from?: string;
                to?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date */
                            week: string;
                            action: string;
                            ended: number;
                            meanHops: number;
                            maxHops: number;
                            meanWaitedMinutes: number;
                            tacit: number;
                            declined: number;
                            grew: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postApprovalsByIdForwarding: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "pending";
                        /** @constant */
                        hop: 2;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postApprovalsByIdGrant: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "granted";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postApprovalsByIdRefusal: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineApprovalBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "declined";
                        reason: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getBulletins: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                from?: string;
                to?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            territory: string;
                            /** Format: date */
                            day: string;
                            digest: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postBulletins: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishBulletinBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        territory: string;
                        /** Format: date */
                        day: string;
                        digest: string;
                        previous: {
                            /** Format: date */
                            day: string;
                            digest: string;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getBulletinsByPlaceByDay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                place: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        form: "baogong-bulletin-1";
                        territory: string;
                        day: string;
                        madeAt: string;
                        previous: {
                            day: string;
                            digest: string;
                        } | null;
                        content: {
                            arrivals: {
                                item: string;
                                itemClass: string;
                                supplier: string;
                                offered: number;
                                dispatched: number;
                                arrived: number;
                                accepted: number;
                            }[];
                            shares: {
                                item: string;
                                itemClass: string;
                                requested: number | null;
                                granted: number | null;
                                handedOver: number | null;
                            }[];
                            orders: {
                                requested: number | null;
                                granted: number | null;
                                shorted: number | null;
                                unserved: number | null;
                                handedOver: number | null;
                            };
                            rules: {
                                matrixVersion: number;
                                posture: string;
                                risk: string;
                                policyVersion: number;
                                accepted: {
                                    organisation: string;
                                    count: number;
                                }[];
                                rejected: {
                                    organisation: string;
                                    count: number;
                                }[];
                            };
                            refusals: {
                                organisation: string;
                                count: number;
                            }[];
                            breaches: {
                                organisation: string;
                                count: number;
                            }[];
                            cases: {
                                opened: number | null;
                                closed: number | null;
                                open: number | null;
                            };
                        };
                        digest: string;
                    };
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getCases: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                status?: "open" | "overdue" | "answered" | "visit-due" | "closed";
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "complaint" | "need" | "rule-report" | "dispute" | "hardship";
                            subject: string;
                            place: string;
                            severity: number;
                            /** @enum {string} */
                            status: "open" | "overdue" | "answered" | "visit-due" | "closed";
                            level: number;
                            itemClass?: string;
                            sku?: string;
                            about?: string;
                            householdId?: string;
                            owner: {
                                role: string;
                                actor: string;
                            };
                            /** Format: date-time */
                            dueAt: string;
                            overdue: boolean;
                            /** Format: date-time */
                            openedAt: string;
                            /** Format: date-time */
                            answeredAt?: string;
                            /** Format: date-time */
                            closedAt?: string;
                            /** @enum {string} */
                            how?: "confirmed" | "visited" | "unconfirmed";
                            alike?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postCases: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCaseBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        severity: number;
                        owner: {
                            role: string;
                            actor: string;
                        };
                        level: number;
                        /** Format: date-time */
                        dueAt: string;
                        /** @enum {string} */
                        side: "household" | "other-side" | "reporter" | "owner" | "mediator" | "visitor";
                        /** Format: date-time */
                        statementDueAt?: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getCasesById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        /** @enum {string} */
                        kind: "complaint" | "need" | "rule-report" | "dispute" | "hardship";
                        subject: string;
                        place: string;
                        severity: number;
                        /** @enum {string} */
                        status: "open" | "overdue" | "answered" | "visit-due" | "closed";
                        level: number;
                        itemClass?: string;
                        sku?: string;
                        about?: string;
                        householdId?: string;
                        owner: {
                            role: string;
                            actor: string;
                        };
                        /** Format: date-time */
                        dueAt: string;
                        overdue: boolean;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        answeredAt?: string;
                        /** Format: date-time */
                        closedAt?: string;
                        /** @enum {string} */
                        how?: "confirmed" | "visited" | "unconfirmed";
                        alike?: number;
                        statements: {
                            ordinal: number;
                            /** @enum {string} */
                            side: "household" | "other-side" | "reporter" | "owner" | "mediator" | "visitor";
                            /** Format: date-time */
                            at: string;
                            words: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postCasesByIdAnswer: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerCaseBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number?: string;
                        severity?: number;
                        owner?: {
                            role: string;
                            actor: string;
                        };
                        level?: number;
                        /** Format: date-time */
                        dueAt?: string;
                        /** @enum {string} */
                        side?: "household" | "other-side" | "reporter" | "owner" | "mediator" | "visitor";
                        /** @enum {string} */
                        outcome?: "done" | "partly" | "not-possible" | "agreed" | "not-agreed" | "referred";
                        resolved?: boolean;
                        /** @enum {string} */
                        how?: "confirmed" | "visited" | "unconfirmed";
                        /** @enum {string} */
                        state?: "claimed" | "phone" | "door";
                        /** Format: date-time */
                        statementDueAt?: string;
                        /** @constant */
                        status?: "closed";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postCasesByIdConfirmation: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number?: string;
                        severity?: number;
                        owner?: {
                            role: string;
                            actor: string;
                        };
                        level?: number;
                        /** Format: date-time */
                        dueAt?: string;
                        /** @enum {string} */
                        side?: "household" | "other-side" | "reporter" | "owner" | "mediator" | "visitor";
                        /** @enum {string} */
                        outcome?: "done" | "partly" | "not-possible" | "agreed" | "not-agreed" | "referred";
                        resolved?: boolean;
                        /** @enum {string} */
                        how?: "confirmed" | "visited" | "unconfirmed";
                        /** @enum {string} */
                        state?: "claimed" | "phone" | "door";
                        /** Format: date-time */
                        statementDueAt?: string;
                        /** @constant */
                        status?: "closed";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postCasesByIdMediation: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MediationBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number?: string;
                        severity?: number;
                        owner?: {
                            role: string;
                            actor: string;
                        };
                        level?: number;
                        /** Format: date-time */
                        dueAt?: string;
                        /** @enum {string} */
                        side?: "household" | "other-side" | "reporter" | "owner" | "mediator" | "visitor";
                        /** @enum {string} */
                        outcome?: "done" | "partly" | "not-possible" | "agreed" | "not-agreed" | "referred";
                        resolved?: boolean;
                        /** @enum {string} */
                        how?: "confirmed" | "visited" | "unconfirmed";
                        /** @enum {string} */
                        state?: "claimed" | "phone" | "door";
                        /** Format: date-time */
                        statementDueAt?: string;
                        /** @constant */
                        status?: "closed";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postCasesByIdReopening: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WordsBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number?: string;
                        severity?: number;
                        owner?: {
                            role: string;
                            actor: string;
                        };
                        level?: number;
                        /** Format: date-time */
                        dueAt?: string;
                        /** @enum {string} */
                        side?: "household" | "other-side" | "reporter" | "owner" | "mediator" | "visitor";
                        /** @enum {string} */
                        outcome?: "done" | "partly" | "not-possible" | "agreed" | "not-agreed" | "referred";
                        resolved?: boolean;
                        /** @enum {string} */
                        how?: "confirmed" | "visited" | "unconfirmed";
                        /** @enum {string} */
                        state?: "claimed" | "phone" | "door";
                        /** Format: date-time */
                        statementDueAt?: string;
                        /** @constant */
                        status?: "closed";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postCasesByIdStatements: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WordsBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number?: string;
                        severity?: number;
                        owner?: {
                            role: string;
                            actor: string;
                        };
                        level?: number;
                        /** Format: date-time */
                        dueAt?: string;
                        /** @enum {string} */
                        side?: "household" | "other-side" | "reporter" | "owner" | "mediator" | "visitor";
                        /** @enum {string} */
                        outcome?: "done" | "partly" | "not-possible" | "agreed" | "not-agreed" | "referred";
                        resolved?: boolean;
                        /** @enum {string} */
                        how?: "confirmed" | "visited" | "unconfirmed";
                        /** @enum {string} */
                        state?: "claimed" | "phone" | "door";
                        /** Format: date-time */
                        statementDueAt?: string;
                        /** @constant */
                        status?: "closed";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postCasesByIdVerifications: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number?: string;
                        severity?: number;
                        owner?: {
                            role: string;
                            actor: string;
                        };
                        level?: number;
                        /** Format: date-time */
                        dueAt?: string;
                        /** @enum {string} */
                        side?: "household" | "other-side" | "reporter" | "owner" | "mediator" | "visitor";
                        /** @enum {string} */
                        outcome?: "done" | "partly" | "not-possible" | "agreed" | "not-agreed" | "referred";
                        resolved?: boolean;
                        /** @enum {string} */
                        how?: "confirmed" | "visited" | "unconfirmed";
                        /** @enum {string} */
                        state?: "claimed" | "phone" | "door";
                        /** Format: date-time */
                        statementDueAt?: string;
                        /** @constant */
                        status?: "closed";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postCasesByIdVisit: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number?: string;
                        severity?: number;
                        owner?: {
                            role: string;
                            actor: string;
                        };
                        level?: number;
                        /** Format: date-time */
                        dueAt?: string;
                        /** @enum {string} */
                        side?: "household" | "other-side" | "reporter" | "owner" | "mediator" | "visitor";
                        /** @enum {string} */
                        outcome?: "done" | "partly" | "not-possible" | "agreed" | "not-agreed" | "referred";
                        resolved?: boolean;
                        /** @enum {string} */
                        how?: "confirmed" | "visited" | "unconfirmed";
                        /** @enum {string} */
                        state?: "claimed" | "phone" | "door";
                        /** Format: date-time */
                        statementDueAt?: string;
                        /** @constant */
                        status?: "closed";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getConsignments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            consignmentId: string;
                            roundId: string;
                            territory: string;
                            supplier: string;
                            consignee: string;
                            shipped: {
                                offerId: string;
                                sku: string;
                                quantity: number;
                                weightGrams: number;
                            }[];
                            /** Format: date-time */
                            dispatchedAt: string;
                            counted: {
                                offerId: string;
                                sku: string;
                                accepted: number;
                                rejected: {
                                    quantity: number;
                                    reason: string;
                                }[];
                                lot: {
                                    lotId: string;
                                    /** Format: date */
                                    expiresOn: string;
                                };
                                weightGrams: number;
                            }[] | null;
                            countedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postConsignments: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchConsignmentBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getConsignmentsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        consignmentId: string;
                        roundId: string;
                        territory: string;
                        supplier: string;
                        consignee: string;
                        lines: {
                            offerId: string;
                            sku: string;
                            quantity: number;
                            weightGrams: number;
                        }[];
                        /** @enum {string} */
                        status: "dispatched" | "counted";
                        counted: {
                            offerId: string;
                            sku: string;
                            accepted: number;
                            rejected: {
                                quantity: number;
                                reason: string;
                            }[];
                            lot: {
                                lotId: string;
                                /** Format: date */
                                expiresOn: string;
                            };
                            weightGrams: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postConsignmentsByIdCount: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getCoverage: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                from?: string;
                to?: string;
                uncovered?: "true" | "false";
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            territory: string;
                            action: string;
                            roles: string[];
                            hours: {
                                /** Format: date-time */
                                hour: string;
                                covered: boolean;
                                organisations: string[];
                                persons: number | null;
                            }[];
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getCoverageAlarms: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                from?: string;
                to?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            territory: string;
                            /** @enum {string} */
                            action: "RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors";
                            /** Format: date-time */
                            since: string;
                            /** Format: date-time */
                            until?: string;
                            offeredTo: {
                                rank: number;
                                role: string;
                                holders: number | null;
                            }[];
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postCoverageClaims: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimDutyBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors";
                        territory: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getCoverageOffers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            action: string;
                            territory: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            rank: 1 | 2 | 3;
                            role: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postCoverageReleases: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseDutyBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors";
                        territory: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        reason: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getCoverageUncoveredHours: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                from?: string;
                to?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        territory: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        hours: number;
                        items: {
                            territory: string;
                            /** @enum {string} */
                            action: "RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors";
                            hours: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getDecisions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            territory: string;
                            title: string;
                            /** @enum {string} */
                            status: "open" | "overdue" | "ended";
                            owner: {
                                role: string;
                                actor: string;
                            };
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            /** @enum {string} */
                            outcome?: "fulfilled" | "dropped";
                            /** Format: date-time */
                            endedAt?: string;
                            reason?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postDecisions: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordDecisionBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        territory: string;
                        title: string;
                        owner: string;
                        /** Format: date-time */
                        dueAt: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postDecisionsByIdOutcome: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndDecisionBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        outcome: "fulfilled" | "dropped";
                        reason?: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getDelegations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            from: {
                                /** @constant */
                                persons: 1;
                            } | {
                                id: string;
                            };
                            to: {
                                /** @constant */
                                persons: 1;
                            } | {
                                id: string;
                            };
                            role: string;
                            territory: string;
                            actions: string[];
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: date-time */
                            revokedAt?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postDelegations: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegateDutyBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        to: string;
                        /** @enum {string} */
                        role: "district-office" | "subdistrict-office" | "residents-committee" | "property-firm" | "platform" | "pickup-station" | "volunteer" | "resident" | "transporter" | "social-organisation" | "police" | "grid-worker" | "system";
                        territory: string;
                        actions: ("RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors")[];
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postDelegationsByIdRevocation: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RevocationBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "revoked";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getDistrictView: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                from?: string;
                to?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        territory: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        flow: {
                            stages: {
                                offered: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                dispatched: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                arrived: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                counted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                requested: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                granted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                shorted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                unserved: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                reserved: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                packed: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                handedOver: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                cancelled: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                            };
                            minutes: {
                                dispatchedToCounted?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                placedToGranted?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                grantedToReserved?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                grantedToPacked?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                packedToHandedOver?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                placedToHandedOver?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                            };
                        };
                        needs: {
                            households: number | null;
                            short: number | null;
                            unserved: number | null;
                            unreached: number | null;
                            hidden?: number;
                        };
                        lateConsignments: number;
                        refusals: {
                            organisation: string;
                            count: number;
                            persons: number | null;
                        }[];
                        rules: {
                            accepted: {
                                organisation: string;
                                count: number;
                            }[];
                            rejected: {
                                organisation: string;
                                count: number;
                            }[];
                        };
                        duties: {
                            breached: {
                                organisation: string;
                                count: number;
                            }[];
                            pastTheirClock: number;
                            uncoveredHours: number;
                        };
                        approvals: {
                            ended: number;
                            tacit: number;
                            declined: number;
                            meanHops?: number;
                            meanWaitedMinutes?: number;
                        };
                        cases: {
                            opened: number | null;
                            closed: number | null;
                            open: number | null;
                        };
                        clerical: {
                            minutes: number;
                            records: {
                                requested: number;
                                granted: number;
                                counted: number;
                                packed: number;
                                handedOver: number;
                                cases: number;
                                breaches: number;
                                bulletins: number;
                            };
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getDistrictViewLive: {
        parameters: {
            query?: {
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getDutyMatrix: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        edition?: number;
                        rules: {
                            id: string;
                            /** @enum {string} */
                            role: "district-office" | "subdistrict-office" | "residents-committee" | "property-firm" | "platform" | "pickup-station" | "volunteer" | "resident" | "transporter" | "social-organisation" | "police" | "grid-worker" | "system";
                            /** @enum {string} */
                            action: "RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors";
                            /** @enum {string} */
                            modality: "allowed" | "obliged" | "forbidden";
                            postures?: ("normal" | "alert" | "lockdown" | "recovery")[];
                            risks?: ("low" | "medium" | "high")[];
                            /** @enum {string} */
                            scope: "territory" | "own-household" | "own-organisation" | "city";
                            conditions?: ("named-consignee" | "under-lead" | "trained" | "recorded-consent" | "delegated-range" | "medicine" | "neighbour" | "chosen-representative" | "own-task" | "stated-purpose" | "audit-only" | "as-fallback")[];
                            deadlineMinutes?: number;
                            /** @enum {string} */
                            escalateTo?: "district-office" | "subdistrict-office" | "residents-committee" | "property-firm" | "platform" | "pickup-station" | "volunteer" | "resident" | "transporter" | "social-organisation" | "police" | "grid-worker" | "system";
                            legalBasis: string;
                            appeal: string;
                            seedRef: string;
                            validFrom: string;
                            validTo?: string;
                        }[];
                        texts?: {
                            [key: string]: {
                                zh: string;
                                en: string;
                            };
                        };
                        offered?: {
                            edition: number;
                            actionsWithoutRule: ("RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors")[];
                        };
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postDutyMatrix: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivateDutyMatrixBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        rules: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getGrants: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                actorId?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            actorId: string;
                            role: string;
                            territory: string;
                            organisation?: string;
                            /** Format: date-time */
                            expiresAt?: string;
                            /** Format: date-time */
                            grantedAt: string;
                            /** Format: date-time */
                            withdrawnAt?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postGrants: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRoleBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        actorId: string;
                        /** @enum {string} */
                        role: "district-office" | "subdistrict-office" | "residents-committee" | "property-firm" | "platform" | "pickup-station" | "volunteer" | "resident" | "transporter" | "social-organisation" | "police" | "grid-worker" | "system";
                        territory: string;
                        organisation?: string;
                        /** Format: date-time */
                        expiresAt?: string;
                        actions?: ("RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors")[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postGrantsByIdWithdrawal: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WithdrawRoleBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        actorId: string;
                        /** @constant */
                        status: "withdrawn";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postHandOvers: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        parcelId: string;
                        orderId: string;
                        by: string;
                        /** @enum {string} */
                        means: "pass" | "code";
                        pieces: number;
                        weightGrams: number;
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getHelpCalls: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            territory: string;
                            /** @constant */
                            role: "volunteer";
                            actions: ("RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors")[];
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            places: number;
                            taken: number | null;
                            /** @enum {string} */
                            status: "open" | "full" | "over" | "withdrawn";
                            reason?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postHelpCalls: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallForHelpBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        territory: string;
                        /** @constant */
                        role: "volunteer";
                        actions: ("RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors")[];
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        places: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postHelpCallsByIdEnding: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndHelpCallBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "withdrawn";
                        reason: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postHelpCallsByIdSignUps: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "signed-up";
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getHoldings: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                from?: string;
                to?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            holder: {
                                persons: number | null;
                            } | {
                                id: string;
                                name?: string;
                            };
                            kind: string;
                            things: number | null;
                            holdsNow: number | null;
                            meanMinutes: number | null;
                            longestMinutes: number | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getHouseholds: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            territory: string;
                            building: string | null;
                            people: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postHouseholds: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterHouseholdBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        territory: string;
                        people: number;
                        members: {
                            actorId: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getHouseholdsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        territory: string;
                        people: number;
                        consents: string[];
                        members: {
                            actorId: string;
                            name?: string;
                            telephone?: string;
                        }[];
                        room?: string;
                        needs?: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    putHouseholdsById: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendHouseholdBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        people: number;
                        members: {
                            actorId: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postHouseholdsByIdConsents: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordConsentBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        householdId: string;
                        platform: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postLocalParameters: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLocalParameterBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        territory: string;
                        parentVersion: number;
                        source: {
                            title: string;
                            article: string;
                            text?: string;
                        };
                        clauses: {
                            id: string;
                            who?: {
                                only?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                                except?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                            };
                            what?: {
                                only?: string[];
                                except?: string[];
                            };
                            when?: {
                                days: number[];
                                from: string;
                                to: string;
                            }[];
                            where?: {
                                only?: string[];
                                except?: string[];
                                channels?: ("station" | "door")[];
                            };
                            howMuch?: {
                                times: number;
                                days: number;
                            };
                            risks?: ("low" | "medium" | "high")[];
                        }[];
                        delegated: {
                            clause: string;
                            /** @enum {string} */
                            parameter: "times" | "days";
                            least: number;
                            most: number;
                        }[];
                        effectiveFrom: string;
                        effectiveTo?: string;
                        issuedAt: string;
                        issuedBy: string;
                        sameAtEveryRisk: string[];
                        parameter?: {
                            clause: string;
                            /** @enum {string} */
                            parameter: "times" | "days";
                            value: number;
                        };
                        reason?: string;
                        pollId?: string;
                    } | {
                        clause: string;
                        /** @enum {string} */
                        parameter: "times" | "days";
                        value: number;
                        territory: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getLocalRules: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                outcome?: "accepted" | "rejected";
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            territory: string;
                            title: string;
                            /** @enum {string} */
                            outcome: "accepted" | "rejected";
                            proposedBy: string;
                            role: string;
                            policyVersion: number;
                            /** Format: date-time */
                            decidedAt: string;
                            clauses: {
                                id: string;
                                who?: {
                                    only?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                                    except?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                                };
                                what?: {
                                    only?: string[];
                                    except?: string[];
                                };
                                when?: {
                                    days: number[];
                                    from: string;
                                    to: string;
                                }[];
                                where?: {
                                    only?: string[];
                                    except?: string[];
                                    channels?: ("station" | "door")[];
                                };
                                howMuch?: {
                                    times: number;
                                    days: number;
                                };
                                risks?: ("low" | "medium" | "high")[];
                            }[];
                            sameAtEveryRisk: string[];
                            differences?: {
                                /** @enum {string} */
                                kind: "lost" | "less" | "protected" | "beyond-range";
                                clause: string;
                                /** @enum {string} */
                                dimension: "who" | "what" | "when" | "where" | "channel" | "risk" | "how-much" | "all";
                                values: string[];
                                within?: {
                                    dimension: string;
                                    values: string[];
                                }[];
                                together?: string[];
                                floor?: {
                                    times: number;
                                    days: number;
                                };
                                asked?: {
                                    times: number;
                                    days: number;
                                };
                                zh: string;
                                en: string;
                            }[];
                            more?: number;
                            inForce: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postLocalRules: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeLocalRuleBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        territory: string;
                        title: string;
                        policyVersion: number;
                        sameAtEveryRisk: string[];
                        /** @enum {string} */
                        outcome: "accepted" | "rejected";
                        differences: {
                            /** @enum {string} */
                            kind: "lost" | "less" | "protected" | "beyond-range";
                            clause: string;
                            /** @enum {string} */
                            dimension: "who" | "what" | "when" | "where" | "channel" | "risk" | "how-much" | "all";
                            values: string[];
                            within?: {
                                dimension: string;
                                values: string[];
                            }[];
                            together?: string[];
                            floor?: {
                                times: number;
                                days: number;
                            };
                            asked?: {
                                times: number;
                                days: number;
                            };
                            zh: string;
                            en: string;
                        }[];
                        more?: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getNeeds: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            households: number | null;
                            short: number | null;
                            unserved: number | null;
                            unreached: number | null;
                            community: string;
                        }[];
                        next: string | null;
                        territory: string;
                        total: {
                            households: number | null;
                            short: number | null;
                            unserved: number | null;
                            unreached: number | null;
                            hidden?: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getNotices: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            territory: string;
                            /** Format: date-time */
                            at: string;
                            change: {
                                /** @constant */
                                kind: "posture";
                                /** @enum {string} */
                                posture: "normal" | "alert" | "lockdown" | "recovery";
                                incident?: string;
                                perItem?: number;
                            } | {
                                /** @constant */
                                kind: "risk";
                                /** @enum {string} */
                                level: "low" | "medium" | "high";
                            } | {
                                /** @constant */
                                kind: "policy";
                                version: number;
                                title: string;
                                from: string;
                            } | {
                                /** @constant */
                                kind: "local-rule";
                                ruleId: string;
                                title: string;
                            };
                            contactless: boolean;
                            says: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getObligations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                status?: "open" | "running" | "breached" | "fulfilled" | "lapsed" | "settled" | "unanswered";
                owner?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            action: string;
                            community: string;
                            subject: {
                                /** @enum {string} */
                                kind: "consignment" | "parcel" | "round" | "rule-report";
                                id: string;
                            };
                            rule: string;
                            role: string;
                            owner: {
                                /** @constant */
                                persons: 1;
                            } | {
                                id: string;
                                name?: string;
                            };
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** @enum {string} */
                            status: "running" | "breached" | "fulfilled" | "lapsed" | "settled" | "unanswered";
                            level: number;
                            answering?: {
                                role: string;
                                id: string;
                            };
                            /** Format: date-time */
                            breachedAt?: string;
                            /** Format: date-time */
                            endedAt?: string;
                            late?: boolean;
                            /** @enum {string} */
                            outcome?: "withdrawn" | "uncollected" | "posture-switched" | "done-otherwise" | "excused" | "upheld";
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postObligationsByIdSettlement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "settled";
                        /** @enum {string} */
                        outcome: "done-otherwise" | "excused" | "upheld";
                        reason: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getOrders: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                roundId?: string;
                householdId?: string;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            roundId: string;
                            householdId: string;
                            territory: string;
                            /** @enum {string} */
                            channel: "api" | "desk" | "platform";
                            /** @enum {string} */
                            status: "requested" | "granted" | "confirmed" | "cancelling" | "fulfilled" | "cancelled" | "shorted" | "missed" | "lapsed";
                            /** Format: date-time */
                            placedAt: string;
                            place: {
                                /** @constant */
                                kind: "station";
                                stationId: string;
                            } | {
                                /** @constant */
                                kind: "door";
                            };
                            lines: {
                                offerId: string;
                                quantity: number;
                            }[];
                            granted: {
                                offerId: string;
                                sku: string;
                                name: string;
                                itemClass?: string;
                                quantity: number;
                                requested: number;
                                priceFen: number;
                                weightGrams: number;
                            }[];
                            shorted: {
                                offerId: string;
                                requested: number;
                                granted: number;
                                reason: string;
                            }[];
                            amountDueFen: number;
                            settledFen: number;
                            refundDueFen: number;
                            notes: {
                                /** Format: date-time */
                                at: string;
                                text: string;
                            }[];
                            /** Format: date-time */
                            reservedUntil?: string;
                            reason?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postOrders: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceOrderBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "requested";
                        lines: {
                            offerId: string;
                            quantity: number;
                        }[];
                        place: {
                            /** @constant */
                            kind: "station";
                            stationId: string;
                        } | {
                            /** @constant */
                            kind: "door";
                        };
                        roundId: string;
                        householdId: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getOrdersById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        roundId: string;
                        householdId: string;
                        territory: string;
                        /** @enum {string} */
                        channel: "api" | "desk" | "platform";
                        /** @enum {string} */
                        status: "requested" | "granted" | "confirmed" | "cancelling" | "fulfilled" | "cancelled" | "shorted" | "missed" | "lapsed";
                        /** Format: date-time */
                        placedAt: string;
                        place: {
                            /** @constant */
                            kind: "station";
                            stationId: string;
                        } | {
                            /** @constant */
                            kind: "door";
                        };
                        lines: {
                            offerId: string;
                            quantity: number;
                        }[];
                        granted: {
                            offerId: string;
                            sku: string;
                            name: string;
                            itemClass?: string;
                            quantity: number;
                            requested: number;
                            priceFen: number;
                            weightGrams: number;
                        }[];
                        shorted: {
                            offerId: string;
                            requested: number;
                            granted: number;
                            reason: string;
                        }[];
                        amountDueFen: number;
                        settledFen: number;
                        refundDueFen: number;
                        notes: {
                            /** Format: date-time */
                            at: string;
                            text: string;
                        }[];
                        /** Format: date-time */
                        reservedUntil?: string;
                        reason?: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    putOrdersById: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendOrderBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "requested";
                        lines: {
                            offerId: string;
                            quantity: number;
                        }[];
                        place: {
                            /** @constant */
                            kind: "station";
                            stationId: string;
                        } | {
                            /** @constant */
                            kind: "door";
                        };
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postOrdersByIdCancellation: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelOrderBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "cancelled";
                    };
                };
            };
            /** @description Begun: how it ends is seen later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "cancelling";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postOrdersByIdSettlements: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordSettlementBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderId: string;
                        amountFen: number;
                        reference: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getParcels: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                building?: string;
                status?: "planned" | "packed" | "offered" | "accepted" | "handed-over" | "uncollected" | "withdrawn";
                place?: string;
                householdId?: string;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            parcelId: string;
                            orderId: string;
                            householdId: string;
                            territory: string;
                            place: string;
                            /** @enum {string} */
                            placeKind: "station" | "door";
                            contactless: boolean;
                            /** @enum {string} */
                            status: "planned" | "packed" | "offered" | "accepted" | "handed-over" | "uncollected" | "withdrawn";
                            custodian: string | null;
                            offeredTo: string | null;
                            pieces: number | null;
                            weightGrams: number;
                            /** Format: date-time */
                            windowFrom: string;
                            /** Format: date-time */
                            windowTo: string;
                            building: string;
                            lines: {
                                offerId: string;
                                sku: string;
                                name: string;
                                itemClass?: string;
                                quantity: number;
                                weightGrams: number;
                            }[];
                            /** Format: date-time */
                            plannedAt: string;
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getParcelsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        parcelId: string;
                        orderId: string;
                        householdId: string;
                        territory: string;
                        place: string;
                        /** @enum {string} */
                        placeKind: "station" | "door";
                        contactless: boolean;
                        /** @enum {string} */
                        status: "planned" | "packed" | "offered" | "accepted" | "handed-over" | "uncollected" | "withdrawn";
                        custodian: string | null;
                        offeredTo: string | null;
                        pieces: number | null;
                        weightGrams: number;
                        /** Format: date-time */
                        windowFrom: string;
                        /** Format: date-time */
                        windowTo: string;
                        lines: {
                            offerId: string;
                            sku: string;
                            name: string;
                            itemClass?: string;
                            quantity: number;
                            weightGrams: number;
                            lots: {
                                lotId: string;
                                quantity: number;
                            }[];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postParcelsByIdAcceptance: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "accepted";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postParcelsByIdOffers: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferParcelBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "offered";
                        offeredTo: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postParcelsByIdPacking: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackParcelBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "packed";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getParkedDelivery: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            consumer: string;
                            source: string;
                            shard: number;
                            pos: number;
                            stream: string;
                            type: string;
                            community: string;
                            territory: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            status: "parked" | "replayed" | "skipped";
                            reason: string;
                            attempts: number;
                            /** Format: date-time */
                            parkedAt: string;
                            /** Format: date-time */
                            settledAt?: string;
                            settledBy?: string;
                            why?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getParkedDeliveryById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        consumer: string;
                        source: string;
                        shard: number;
                        pos: number;
                        stream: string;
                        type: string;
                        community: string;
                        territory: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        status: "parked" | "replayed" | "skipped";
                        reason: string;
                        attempts: number;
                        /** Format: date-time */
                        parkedAt: string;
                        /** Format: date-time */
                        settledAt?: string;
                        settledBy?: string;
                        why?: string;
                        data: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postParkedDeliveryByIdReplay: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postParkedDeliveryByIdSkip: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipParkedBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getParkedInventory: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            consumer: string;
                            source: string;
                            shard: number;
                            pos: number;
                            stream: string;
                            type: string;
                            community: string;
                            territory: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            status: "parked" | "replayed" | "skipped";
                            reason: string;
                            attempts: number;
                            /** Format: date-time */
                            parkedAt: string;
                            /** Format: date-time */
                            settledAt?: string;
                            settledBy?: string;
                            why?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getParkedInventoryById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        consumer: string;
                        source: string;
                        shard: number;
                        pos: number;
                        stream: string;
                        type: string;
                        community: string;
                        territory: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        status: "parked" | "replayed" | "skipped";
                        reason: string;
                        attempts: number;
                        /** Format: date-time */
                        parkedAt: string;
                        /** Format: date-time */
                        settledAt?: string;
                        settledBy?: string;
                        why?: string;
                        data: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postParkedInventoryByIdReplay: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postParkedInventoryByIdSkip: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipParkedBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getParkedOrders: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            consumer: string;
                            source: string;
                            shard: number;
                            pos: number;
                            stream: string;
                            type: string;
                            community: string;
                            territory: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            status: "parked" | "replayed" | "skipped";
                            reason: string;
                            attempts: number;
                            /** Format: date-time */
                            parkedAt: string;
                            /** Format: date-time */
                            settledAt?: string;
                            settledBy?: string;
                            why?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getParkedOrdersById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        consumer: string;
                        source: string;
                        shard: number;
                        pos: number;
                        stream: string;
                        type: string;
                        community: string;
                        territory: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        status: "parked" | "replayed" | "skipped";
                        reason: string;
                        attempts: number;
                        /** Format: date-time */
                        parkedAt: string;
                        /** Format: date-time */
                        settledAt?: string;
                        settledBy?: string;
                        why?: string;
                        data: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postParkedOrdersByIdReplay: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postParkedOrdersByIdSkip: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipParkedBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getParkedOversight: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            consumer: string;
                            source: string;
                            shard: number;
                            pos: number;
                            stream: string;
                            type: string;
                            community: string;
                            territory: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            status: "parked" | "replayed" | "skipped";
                            reason: string;
                            attempts: number;
                            /** Format: date-time */
                            parkedAt: string;
                            /** Format: date-time */
                            settledAt?: string;
                            settledBy?: string;
                            why?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getParkedOversightById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        consumer: string;
                        source: string;
                        shard: number;
                        pos: number;
                        stream: string;
                        type: string;
                        community: string;
                        territory: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        status: "parked" | "replayed" | "skipped";
                        reason: string;
                        attempts: number;
                        /** Format: date-time */
                        parkedAt: string;
                        /** Format: date-time */
                        settledAt?: string;
                        settledBy?: string;
                        why?: string;
                        data: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postParkedOversightByIdReplay: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postParkedOversightByIdSkip: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipParkedBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getPassesByParcelId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                parcelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        parcelId: string;
                        passId: string;
                        place: string;
                        window: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        };
                        token: string;
                        spokenCode: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getPolicies: {
        parameters: {
            query?: {
                territory?: string;
                at?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        territory: string;
                        /** Format: date-time */
                        at: string;
                        version: number;
                        inForce: {
                            version: number;
                            territory: string;
                            parentVersion: number;
                            source: {
                                title: string;
                                article: string;
                                text?: string;
                            };
                            clauses: {
                                id: string;
                                who?: {
                                    only?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                                    except?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                                };
                                what?: {
                                    only?: string[];
                                    except?: string[];
                                };
                                when?: {
                                    days: number[];
                                    from: string;
                                    to: string;
                                }[];
                                where?: {
                                    only?: string[];
                                    except?: string[];
                                    channels?: ("station" | "door")[];
                                };
                                howMuch?: {
                                    times: number;
                                    days: number;
                                };
                                risks?: ("low" | "medium" | "high")[];
                            }[];
                            delegated: {
                                clause: string;
                                /** @enum {string} */
                                parameter: "times" | "days";
                                least: number;
                                most: number;
                            }[];
                            effectiveFrom: string;
                            effectiveTo?: string;
                            issuedAt: string;
                            issuedBy: string;
                            sameAtEveryRisk: string[];
                            parameter?: {
                                clause: string;
                                /** @enum {string} */
                                parameter: "times" | "days";
                                value: number;
                            };
                            reason?: string;
                            pollId?: string;
                        };
                        lineage: {
                            version: number;
                            territory: string;
                            parentVersion: number;
                            source: {
                                title: string;
                                article: string;
                                text?: string;
                            };
                            clauses: {
                                id: string;
                                who?: {
                                    only?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                                    except?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                                };
                                what?: {
                                    only?: string[];
                                    except?: string[];
                                };
                                when?: {
                                    days: number[];
                                    from: string;
                                    to: string;
                                }[];
                                where?: {
                                    only?: string[];
                                    except?: string[];
                                    channels?: ("station" | "door")[];
                                };
                                howMuch?: {
                                    times: number;
                                    days: number;
                                };
                                risks?: ("low" | "medium" | "high")[];
                            }[];
                            delegated: {
                                clause: string;
                                /** @enum {string} */
                                parameter: "times" | "days";
                                least: number;
                                most: number;
                            }[];
                            effectiveFrom: string;
                            effectiveTo?: string;
                            issuedAt: string;
                            issuedBy: string;
                            sameAtEveryRisk: string[];
                            parameter?: {
                                clause: string;
                                /** @enum {string} */
                                parameter: "times" | "days";
                                value: number;
                            };
                            reason?: string;
                            pollId?: string;
                            difference: {
                                narrower: {
                                    /** @enum {string} */
                                    kind: "lost" | "less" | "protected" | "beyond-range";
                                    clause: string;
                                    /** @enum {string} */
                                    dimension: "who" | "what" | "when" | "where" | "channel" | "risk" | "how-much" | "all";
                                    values: string[];
                                    within?: {
                                        dimension: string;
                                        values: string[];
                                    }[];
                                    together?: string[];
                                    floor?: {
                                        times: number;
                                        days: number;
                                    };
                                    asked?: {
                                        times: number;
                                        days: number;
                                    };
                                    zh: string;
                                    en: string;
                                }[];
                                wider: {
                                    /** @enum {string} */
                                    kind: "lost" | "less" | "protected" | "beyond-range";
                                    clause: string;
                                    /** @enum {string} */
                                    dimension: "who" | "what" | "when" | "where" | "channel" | "risk" | "how-much" | "all";
                                    values: string[];
                                    within?: {
                                        dimension: string;
                                        values: string[];
                                    }[];
                                    together?: string[];
                                    floor?: {
                                        times: number;
                                        days: number;
                                    };
                                    asked?: {
                                        times: number;
                                        days: number;
                                    };
                                    zh: string;
                                    en: string;
                                }[];
                            } | {
                                /** @constant */
                                tooIntricate: true;
                            };
                        }[];
                        upcoming: {
                            version: number;
                            territory: string;
                            parentVersion: number;
                            source: {
                                title: string;
                                article: string;
                                text?: string;
                            };
                            clauses: {
                                id: string;
                                who?: {
                                    only?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                                    except?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                                };
                                what?: {
                                    only?: string[];
                                    except?: string[];
                                };
                                when?: {
                                    days: number[];
                                    from: string;
                                    to: string;
                                }[];
                                where?: {
                                    only?: string[];
                                    except?: string[];
                                    channels?: ("station" | "door")[];
                                };
                                howMuch?: {
                                    times: number;
                                    days: number;
                                };
                                risks?: ("low" | "medium" | "high")[];
                            }[];
                            delegated: {
                                clause: string;
                                /** @enum {string} */
                                parameter: "times" | "days";
                                least: number;
                                most: number;
                            }[];
                            effectiveFrom: string;
                            effectiveTo?: string;
                            issuedAt: string;
                            issuedBy: string;
                            sameAtEveryRisk: string[];
                            parameter?: {
                                clause: string;
                                /** @enum {string} */
                                parameter: "times" | "days";
                                value: number;
                            };
                            reason?: string;
                            pollId?: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postPolicies: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssuePolicyBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        territory: string;
                        parentVersion: number;
                        source: {
                            title: string;
                            article: string;
                            text?: string;
                        };
                        clauses: {
                            id: string;
                            who?: {
                                only?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                                except?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                            };
                            what?: {
                                only?: string[];
                                except?: string[];
                            };
                            when?: {
                                days: number[];
                                from: string;
                                to: string;
                            }[];
                            where?: {
                                only?: string[];
                                except?: string[];
                                channels?: ("station" | "door")[];
                            };
                            howMuch?: {
                                times: number;
                                days: number;
                            };
                            risks?: ("low" | "medium" | "high")[];
                        }[];
                        delegated: {
                            clause: string;
                            /** @enum {string} */
                            parameter: "times" | "days";
                            least: number;
                            most: number;
                        }[];
                        effectiveFrom: string;
                        effectiveTo?: string;
                        issuedAt: string;
                        issuedBy: string;
                        sameAtEveryRisk: string[];
                        parameter?: {
                            clause: string;
                            /** @enum {string} */
                            parameter: "times" | "days";
                            value: number;
                        };
                        reason?: string;
                        pollId?: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getPolls: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            territory: string;
                            policyVersion: number;
                            clause: string;
                            parameter: string;
                            least: number;
                            most: number;
                            options: number[];
                            /** Format: date-time */
                            openedAt: string;
                            /** Format: date-time */
                            closesAt: string;
                            /** @enum {string} */
                            status: "open" | "closed";
                            /** @enum {string} */
                            outcome?: "decided" | "tied" | "too-few";
                            votes?: number | null;
                            counts?: {
                                option: number;
                                votes: number | null;
                            }[];
                            value?: number;
                            binding?: {
                                /** @constant */
                                binds: true;
                                policyVersion: number;
                                /** Format: date-time */
                                since: string;
                            } | {
                                /** @constant */
                                binds: false;
                                why: string;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postPolls: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenPollBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        territory: string;
                        policyVersion: number;
                        clause: string;
                        parameter: string;
                        least: number;
                        most: number;
                        options: number[];
                        /** Format: date-time */
                        closesAt: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getPollsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        territory: string;
                        policyVersion: number;
                        clause: string;
                        parameter: string;
                        least: number;
                        most: number;
                        options: number[];
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        closesAt: string;
                        /** @enum {string} */
                        status: "open" | "closed";
                        /** @enum {string} */
                        outcome?: "decided" | "tied" | "too-few";
                        votes?: number | null;
                        counts?: {
                            option: number;
                            votes: number | null;
                        }[];
                        value?: number;
                        binding?: {
                            /** @constant */
                            binds: true;
                            policyVersion: number;
                            /** Format: date-time */
                            since: string;
                        } | {
                            /** @constant */
                            binds: false;
                            why: string;
                        };
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postPollsByIdVotes: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoteBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "voted";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postPosture: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchPostureBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        posture: "normal" | "alert" | "lockdown" | "recovery";
                        territory: string;
                        reason: string;
                        incident?: string;
                        rationing?: {
                            perItem: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getProxies: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            proxy: {
                                /** @constant */
                                persons: 1;
                            } | {
                                id: string;
                            };
                            territory: string;
                            kind: string;
                            consent: string;
                            actions: string[];
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: date-time */
                            revokedAt?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postProxies: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointProxyBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        actorId: string;
                        territory: string;
                        /** @enum {string} */
                        kind: "relative" | "neighbour" | "volunteer";
                        /** @enum {string} */
                        consent: "own-account" | "in-person" | "telephone" | "paper";
                        actions: ("RegisterHousehold" | "AmendHousehold" | "RecordConsent" | "OpenRound" | "CloseRound" | "FixRequests" | "AllocateRound" | "PlaceOrder" | "AmendOrder" | "CancelOrder" | "GrantOrder" | "ConfirmOrder" | "CompleteCancellation" | "MissRound" | "FulfilOrder" | "LapseOrder" | "RecordSettlement" | "RecordVulnerability" | "CommitSeed" | "RevealSeed" | "PreferOwnCustomers" | "RegisterWebhook" | "RotateWebhookSecret" | "DisableWebhook" | "EnableWebhook" | "SuspendWebhook" | "ReplayWebhook" | "AnnounceSupply" | "WithdrawSupply" | "DispatchConsignment" | "ReceiveGoods" | "StockLot" | "ReserveStock" | "ReleaseReservation" | "PinReservation" | "DispenseReservation" | "ExpireReservation" | "AdjustStock" | "HoldForDisinfection" | "ReleaseHold" | "HoldSuspectLot" | "ReportSuspectLot" | "DeclareRecall" | "RequisitionGoods" | "CompensateRequisition" | "OpenStation" | "AmendStation" | "PlanParcel" | "PackParcel" | "OfferParcel" | "AcceptParcel" | "HandOverParcel" | "WithdrawParcel" | "ExpirePass" | "DeliverToGate" | "DeliverToDoor" | "StaffStation" | "SetSlotCapacity" | "PlanWave" | "IssueEntryPass" | "CheckEntryPass" | "CollectGarbage" | "DisinfectBuilding" | "InspectCleaning" | "VisitHousehold" | "ReportIncident" | "KeepGateLog" | "RegisterActor" | "GrantRole" | "WithdrawRole" | "RegisterTerritory" | "DelegateDuty" | "RevokeDelegation" | "AppointProxy" | "RevokeProxy" | "ActivateDutyMatrix" | "SwitchPosture" | "RecordRefusals" | "ProposePosture" | "SetRiskLevel" | "IssuePolicy" | "SetLocalParameter" | "ProposeLocalRule" | "AddRestriction" | "ReportUnknownRule" | "SeePolicies" | "StartDuty" | "FulfilDuty" | "LapseDuty" | "EscalateDuty" | "ReviewDuty" | "SettleBreach" | "ClaimDuty" | "ReleaseDuty" | "WatchCoverage" | "SeeCoverage" | "SeeObligations" | "CallForHelp" | "SignUpForHelp" | "EndHelpCall" | "SeeHelpCalls" | "PostNotice" | "SeeNotices" | "RequestApproval" | "ForwardApproval" | "GrantApproval" | "DeclineApproval" | "ElapseApproval" | "ReviewApproval" | "CountApprovalSteps" | "SeeApprovals" | "OpenCase" | "AnswerCase" | "StateCase" | "VerifyCaseFact" | "VisitCase" | "CloseCase" | "ReopenCase" | "EscalateCase" | "MissStatement" | "MediateDispute" | "RecordDecision" | "EndDecision" | "LapseDecision" | "OpenPoll" | "VoteInPoll" | "ClosePoll" | "SeePolls" | "SeeCases" | "PublishBulletin" | "SeeBulletin" | "SetAlertThreshold" | "RecordCrossing" | "RunDrill" | "SeeParkedEvents" | "ReplayParkedEvent" | "SkipParkedEvent" | "SeeHousehold" | "SeeDemand" | "SeeWebhooks" | "SeeStock" | "SeeWorkList" | "SeePass" | "SeeThroughput" | "SeeRefusals" | "SeeDelegations" | "SeeActors")[];
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postProxiesByIdRevocation: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RevocationBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "revoked";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getRefusals: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                from?: string;
                to?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            community: string;
                            rule: string;
                            role: string;
                            action: string;
                            organisation?: string;
                            basis: string;
                            count: number;
                            persons: number | null;
                            /** Format: date-time */
                            firstHour: string;
                            /** Format: date-time */
                            lastHour: string;
                        }[];
                        next: string | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getRefusalsHours: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                from?: string;
                to?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            hour: string;
                            community: string;
                            organisation: string;
                            role: string;
                            count: number;
                            persons: number | null;
                        }[];
                        next: string | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postRiskLevels: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRiskLevelBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        level: "low" | "medium" | "high";
                        territory: string;
                        reason: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getRounds: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            territory: string;
                            openedBy: string;
                            /** Format: date-time */
                            opensAt: string;
                            /** Format: date-time */
                            closesAt: string;
                            /** @enum {string} */
                            status: "open" | "closed" | "fixed";
                            items: number;
                            closedAt: string | null;
                            orders: number | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postRounds: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenRoundBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        territory: string;
                        /** @constant */
                        status: "open";
                        /** Format: date-time */
                        opensAt: string;
                        /** Format: date-time */
                        closesAt: string;
                        items: {
                            offerId: string;
                            capPerHousehold: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getRoundsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        territory: string;
                        openedBy: string;
                        /** Format: date-time */
                        opensAt: string;
                        /** Format: date-time */
                        closesAt: string;
                        /** @enum {string} */
                        status: "open" | "closed" | "fixed" | "allocated";
                        items: {
                            offerId: string;
                            sku: string;
                            name: string;
                            itemClass?: string;
                            unit: string;
                            priceFen: number;
                            weightGrams: number;
                            capPerHousehold: number;
                        }[];
                        /** Format: date-time */
                        closedAt?: string;
                        reason?: string;
                        fixed?: {
                            roundId: string;
                            positions: {
                                [key: string]: number;
                            };
                            orders: number;
                            seed: string;
                            requestsHash: string;
                            demand: {
                                [key: string]: number;
                            };
                        };
                        allocation?: {
                            roundId: string;
                            seed: string;
                            supply: {
                                [key: string]: number;
                            };
                            requestsHash: string;
                            resultHash: string;
                            granted: {
                                [key: string]: number;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postRoundsByIdAllocation: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AllocateRoundBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "allocated";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postRoundsByIdClosing: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseRoundBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "closed";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getRoundsByIdDemand: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        buildings: {
                            building: string;
                            lines: {
                                offerId: string;
                                quantity: number;
                                households: number;
                            }[];
                        }[];
                        totals: {
                            offerId: string;
                            quantity: number;
                            households: number;
                        }[];
                        roundId: string;
                        fixed: boolean;
                        orders: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postRuleReports: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportUnknownRuleBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        territory: string;
                        met: {
                            id: string;
                            who?: {
                                only?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                                except?: ("elderly" | "infant" | "living-alone" | "assisted" | "tenant" | "non-local" | "unregistered" | "in-arrears" | "health-status" | "test-status" | "complainant")[];
                            };
                            what?: {
                                only?: string[];
                                except?: string[];
                            };
                            when?: {
                                days: number[];
                                from: string;
                                to: string;
                            }[];
                            where?: {
                                only?: string[];
                                except?: string[];
                                channels?: ("station" | "door")[];
                            };
                            howMuch?: {
                                times: number;
                                days: number;
                            };
                            risks?: ("low" | "medium" | "high")[];
                        }[];
                        imposedBy?: string;
                        policyVersion: number;
                        lineage: {
                            version: number;
                            territory: string;
                            title: string;
                            article: string;
                        }[];
                        localRules: {
                            ruleId: string;
                            /** @enum {string} */
                            outcome: "accepted" | "rejected";
                        }[];
                        differences: {
                            /** @enum {string} */
                            kind: "lost" | "less" | "protected" | "beyond-range";
                            clause: string;
                            /** @enum {string} */
                            dimension: "who" | "what" | "when" | "where" | "channel" | "risk" | "how-much" | "all";
                            values: string[];
                            within?: {
                                dimension: string;
                                values: string[];
                            }[];
                            together?: string[];
                            floor?: {
                                times: number;
                                days: number;
                            };
                            asked?: {
                                times: number;
                                days: number;
                            };
                            zh: string;
                            en: string;
                        }[];
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getSituationReports: {
        parameters: {
            query?: {
                territory?: string;
                hour?: string;
                day?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        territory: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        flow: {
                            stages: {
                                offered: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                dispatched: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                arrived: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                counted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                requested: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                granted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                shorted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                unserved: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                reserved: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                packed: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                handedOver: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                cancelled: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                            };
                            minutes: {
                                dispatchedToCounted?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                placedToGranted?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                grantedToReserved?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                grantedToPacked?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                packedToHandedOver?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                placedToHandedOver?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                            };
                        };
                        needs: {
                            households: number | null;
                            short: number | null;
                            unserved: number | null;
                            unreached: number | null;
                            hidden?: number;
                        };
                        lateConsignments: number;
                        refusals: {
                            organisation: string;
                            count: number;
                            persons: number | null;
                        }[];
                        rules: {
                            accepted: {
                                organisation: string;
                                count: number;
                            }[];
                            rejected: {
                                organisation: string;
                                count: number;
                            }[];
                        };
                        duties: {
                            breached: {
                                organisation: string;
                                count: number;
                            }[];
                            pastTheirClock: number;
                            uncoveredHours: number;
                        };
                        approvals: {
                            ended: number;
                            tacit: number;
                            declined: number;
                            meanHops?: number;
                            meanWaitedMinutes?: number;
                        };
                        cases: {
                            opened: number | null;
                            closed: number | null;
                            open: number | null;
                        };
                        clerical: {
                            minutes: number;
                            records: {
                                requested: number;
                                granted: number;
                                counted: number;
                                packed: number;
                                handedOver: number;
                                cases: number;
                                breaches: number;
                                bulletins: number;
                            };
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getStations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            stationId: string;
                            territory: string;
                            name: string;
                            organisation: string;
                            opensAt: string;
                            closesAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postStations: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenStationBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getStationsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stationId: string;
                        territory: string;
                        name: string;
                        organisation: string;
                        opensAt: string;
                        closesAt: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    putStationsById: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendStationBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getStock: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            offerId: string;
                            territory: string;
                            sku: string;
                            supplier: string;
                            received: number;
                            onHand: number;
                            reserved: number;
                            handedOver: number;
                            writtenOff: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getStockByOfferId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                offerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offerId: string;
                        territory: string;
                        sku: string;
                        supplier: string;
                        received: number;
                        onHand: number;
                        reserved: number;
                        handedOver: number;
                        writtenOff: number;
                        lots: {
                            lotId: string;
                            onHand: number;
                            writtenOff: number;
                            /** Format: date */
                            expiresOn: string;
                            keeper: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postStockByOfferIdAdjustments: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                offerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustStockBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offerId: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getSupplyOffers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            offerId: string;
                            territory: string;
                            supplier: string;
                            sku: string;
                            name: string;
                            /** @enum {string} */
                            itemClass: "food" | "infant" | "hygiene" | "medicine" | "device";
                            unit: string;
                            priceFen: number;
                            quantity: number;
                            weightGrams: number;
                            origin: string;
                            /** Format: date-time */
                            arrivesFrom: string;
                            /** Format: date-time */
                            arrivesTo: string;
                            withdrawnBecause: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postSupplyOffers: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnounceSupplyBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getSupplyOffersById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offerId: string;
                        territory: string;
                        supplier: string;
                        sku: string;
                        name: string;
                        /** @enum {string} */
                        itemClass: "food" | "infant" | "hygiene" | "medicine" | "device";
                        unit: string;
                        priceFen: number;
                        quantity: number;
                        weightGrams: number;
                        origin: string;
                        /** Format: date-time */
                        arrivesFrom: string;
                        /** Format: date-time */
                        arrivesTo: string;
                        /** @enum {string} */
                        status: "announced" | "withdrawn";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postSupplyOffersByIdWithdrawal: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postTerritories: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterTerritoryBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        territory: string;
                        name?: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getThroughput: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                from?: string;
                to?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            stages: {
                                offered: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                dispatched: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                arrived: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                counted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                requested: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                granted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                shorted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                unserved: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                reserved: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                packed: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                handedOver: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                cancelled: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                            };
                            minutes: {
                                dispatchedToCounted?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                placedToGranted?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                grantedToReserved?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                grantedToPacked?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                packedToHandedOver?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                placedToHandedOver?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                            };
                            community: string;
                            /** Format: date-time */
                            hour: string;
                        }[];
                        next: string | null;
                        territory: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        total: {
                            stages: {
                                offered: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                dispatched: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                arrived: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                counted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                requested: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                granted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                shorted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                unserved: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                reserved: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                packed: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                handedOver: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                cancelled: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                            };
                            minutes: {
                                dispatchedToCounted?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                placedToGranted?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                grantedToReserved?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                grantedToPacked?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                packedToHandedOver?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                placedToHandedOver?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getThroughputConsignments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                late?: "true" | "false";
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            roundId: string;
                            community: string;
                            supplier: string | null;
                            consignee: string;
                            holder: string | null;
                            heldSince: string | null;
                            heldMinutes: number | null;
                            /** @enum {string} */
                            status: "on-its-way" | "counted";
                            dueAt: string | null;
                            lateMinutes: number;
                            shipped: number;
                            accepted: number;
                            rejected: number;
                        }[];
                        next: string | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getThroughputFunnel: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
                from?: string;
                to?: string;
                by?: "community" | "class" | "sku" | "supplier" | "actor";
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            stages: {
                                offered: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                dispatched: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                arrived: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                counted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                requested: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                granted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                shorted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                unserved: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                reserved: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                packed: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                handedOver: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                cancelled: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                            };
                            minutes: {
                                dispatchedToCounted?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                placedToGranted?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                grantedToReserved?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                grantedToPacked?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                packedToHandedOver?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                placedToHandedOver?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                            };
                            key: string;
                        }[];
                        next: string | null;
                        territory: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        /** @enum {string} */
                        by: "community" | "class" | "sku" | "supplier" | "actor";
                        total: {
                            stages: {
                                offered: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                dispatched: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                arrived: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                counted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                requested: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                granted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                shorted: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                unserved: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                reserved: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                packed: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                handedOver: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                                cancelled: {
                                    count: number;
                                    pieces: number;
                                    grams: number;
                                    hidden?: number;
                                };
                            };
                            minutes: {
                                dispatchedToCounted?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                placedToGranted?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                grantedToReserved?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                grantedToPacked?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                packedToHandedOver?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                                placedToHandedOver?: {
                                    count: number;
                                    p50: number;
                                    p90: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getThroughputLive: {
        parameters: {
            query?: {
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getWebhooks: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                territory?: string;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            supplier: string;
                            territory: string;
                            url: string;
                            events: ("demand.fixed" | "consignment.counted")[];
                            /** @enum {string} */
                            status: "active" | "disabled" | "suspended";
                            /** Format: date-time */
                            since: string;
                            why: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postWebhooks: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterWebhookBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        territory: string;
                        url: string;
                        events: ("demand.fixed" | "consignment.counted")[];
                        /** @constant */
                        status: "active";
                        secretVersion: number;
                        secret: string;
                        publicKey: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getWebhooksById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        supplier: string;
                        territory: string;
                        url: string;
                        events: ("demand.fixed" | "consignment.counted")[];
                        /** @enum {string} */
                        status: "active" | "disabled" | "suspended";
                        /** Format: date-time */
                        since: string;
                        why: string | null;
                        secretVersions: {
                            secretVersion: number;
                            until: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getWebhooksByIdDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description Answer only when these positions are visible, as Baogong-Position gave them. */
                "Baogong-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            type: "demand.fixed" | "consignment.counted";
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            status: "pending" | "delivered" | "failed";
                            attempts: number;
                            nextAttemptAt: string | null;
                            deliveredAt: string | null;
                            lastStatus: number | null;
                            lastError: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postWebhooksByIdDeliveriesByMessageIdReplay: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun: how it ends is seen later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "pending";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postWebhooksByIdDisabling: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisableWebhookBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "disabled";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postWebhooksByIdEnabling: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "active";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    postWebhooksByIdSecretRotation: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The role you act in, if you hold several. */
                "Baogong-Role"?: string;
                /** @description The version you have read, as ETag gave it; amendments and adjustments need it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        secretVersion: number;
                        secret: string;
                        publicKey: string;
                        earlierUntil: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
}
