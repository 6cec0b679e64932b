"""Who makes the jobs of a batch: this process, a pool of processes, the machines of a cluster.

Each module has one `Executor`; `running` knows no more of them than that.
"""
