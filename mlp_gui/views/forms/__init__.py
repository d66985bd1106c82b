"""Forms: any declared config drawn as rows of editors. They never change a config, they emit a new one."""
