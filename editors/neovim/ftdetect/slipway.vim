" Names that Neovim itself does not know as Dockerfiles (it knows Dockerfile, Dockerfile.*, Containerfile and *.dockerfile).
autocmd BufNewFile,BufRead *.Dockerfile,*.containerfile,*.Containerfile,Containerfile.* setfiletype dockerfile
