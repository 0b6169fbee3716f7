"""The documents as a site: static pages that need no network, no script and no server."""
