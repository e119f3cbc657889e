/** Tells sellers' own programs what happened, as Standard Webhooks (standardwebhooks.com) has it. */
package shotdeed.server.webhook;
