"""Makes the pages of a site ready for MkDocs: on all processors, and only those that were not made before.

MkDocs renders page after page. Here MkDocs' own code does the same in other processes, before MkDocs comes to it; it
then finds every page ready. What cannot be made ready for any reason, MkDocs renders as it always does, so that it
tells itself what is wrong.

    ready.py      the way through: which pages are kept from earlier, which have to be made
    shape.py      all that shapes a page besides its own text
    rendering.py  makes one page, as MkDocs does
    parser.py     one parser of Markdown for all pages
    menu.py       one menu for all pages on which it is the same
    workers.py    makes many of them, on all processors
    few.py        makes a few of them for a site that stands, without MkDocs going through all of it
    our_files.py  a file that kennisbank made, which stays on disk until it is asked for
    build_files.py  the files of one build: those that another process left, or that this one makes
    handover.py   lets MkDocs find the pages that are ready
    telling.py    tells how far it is
    telling_made_of.py  tells what the site was made of, for few.py
    preview.py    what only the live preview needs: it checks first, and keeps the last good site
    first.py      shows the pages of what was saved before the rest
    own_name.py   keeps the preview to who asks for it by its own name
    watching.py   hears at once that a file was saved

`kennisbank.publishing.page_store` keeps the pages. `mkdocs_hooks.py` calls this, and
`kennisbank.publishing.mkdocs_runner` starts few.py as a program.
"""
